import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './shared/store/schema/index.ts',
  out: './migrations',
});
