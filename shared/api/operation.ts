import * as z from 'zod';
import { limits } from '../limits.ts';

/** Who a route is for: anyone, a tenant's operators or only its owners, a visitor, or operators and visitors alike. */
export type Access = 'public' | 'operator' | 'owner' | 'visitor' | 'shared';

/** One route: what it takes and answers. Validation, the typed client and OpenAPI are all made from this. */
export type Operation = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Under `/api`, in Hono's syntax. */
  path: `/${string}`;
  group: string;
  access: Access;
  summary: string;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Its body may have `limits.body.knowledgeBytes`; others have `limits.body.defaultBytes`. */
  takesLargeBodies?: boolean;
  responses: Record<number, z.ZodType | string>;
};

export function operation<const O extends Operation>(description: O): O {
  return description;
}

export function pageSize(defaultSize: number, maxSize: number) {
  return z.coerce.number().int().min(1).max(maxSize).default(defaultSize);
}

/** A place in a list, given out as `page.nextCursor`; opaque to clients, a whole number to the store. */
export const PageCursor = z
  .string()
  .regex(/^\d{1,15}$/, 'Use the nextCursor of an earlier answer.')
  .transform(Number)
  .meta({ description: 'The `nextCursor` of an earlier answer.' });

export const Paging = {
  limit: pageSize(limits.page.defaultSize, limits.page.maxSize),
  cursor: PageCursor.optional(),
};

export const SearchText = z
  .string()
  .trim()
  .max(limits.text.searchChars)
  .refine((text) => text.isWellFormed(), 'Must be well-formed Unicode.');

export function data<T extends z.ZodType>(schema: T) {
  return z.object({ data: schema, message: z.string().optional() });
}

export function list<T extends z.ZodType>(schema: T) {
  return z.object({
    data: z.array(schema),
    page: z.object({ nextCursor: z.string().nullable() }),
  });
}

export const Done = z.object({ message: z.string() });
