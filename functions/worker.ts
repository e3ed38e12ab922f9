import { AppError } from '../shared/errors.ts';
import { createApp } from './app.ts';
import { type Bindings, parseEnv } from './env.ts';
import { openSocket, roomIn } from './open-socket.ts';
import { type Services, createServices } from './services.ts';
import { wakeOwing } from './wake-owing.ts';

export { RoomObject } from '../realtime/durable-object.ts';

type Handler = (
  request: Request,
  bindings: Bindings,
  context: ExecutionContext,
) => Response | Promise<Response>;

let started: { services: Services; handler: Handler } | undefined;

/** Made with the first event, which brings the bindings, and kept for the life of the isolate. */
function start(bindings: Bindings): NonNullable<typeof started> {
  const services = createServices(parseEnv(bindings), bindings);
  return { services, handler: handlerOf(services) };
}

function handlerOf(services: Services): Handler {
  const app = createApp(services);
  return (request, bindings, context) => {
    const quick = services.shown.quick(request);
    if (quick !== null) return quick;
    // Upgrades go to the room before Hono, whose middleware could not touch their immutable answer.
    const room = roomIn(request);
    if (room !== null) return openSocket(services, request, room);
    return app.fetch(docsAtShortAddress(request), bindings, context);
  };
}

/** `/docs` is what people type. */
function docsAtShortAddress(request: Request): Request {
  if (!request.url.endsWith('/docs')) return request;
  const url = new URL(request.url);
  return url.pathname === '/docs' ? new Request(`${url.origin}/api/docs`, request) : request;
}

export default {
  fetch(request, bindings, context) {
    try {
      started ??= start(bindings);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      const { code, message } = new AppError('unavailable');
      return Response.json({ code, message, requestId: 'start' }, { status: 503 });
    }
    return started.handler(request, bindings, context);
  },
  /** Once a minute, by the cron trigger. */
  async scheduled(_, bindings) {
    started ??= start(bindings);
    await wakeOwing(started.services);
  },
} satisfies ExportedHandler<Bindings>;
