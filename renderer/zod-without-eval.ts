import { config } from 'zod/mini';

// The content security policy forbids eval. Schemas try it once when they are made, so this module
// is imported before every other.
config({ jitless: true });
