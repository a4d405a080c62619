import { z } from 'zod';

// The content security policy forbids eval. Schemas try it once when they are made, so this module
// is imported before every other.
z.config({ jitless: true });
