/** What this build is, put in by the bundler: see build/build-identity.mjs. */
declare const __KIROKU_BUILD__: { readonly version: string; readonly commit: string };
