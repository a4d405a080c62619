/** A file as text, put into the bundle: Vite and vitest know the suffix, build/bundle.mjs teaches it to rolldown. */
declare module '*?raw' {
  const text: string;
  export default text;
}
