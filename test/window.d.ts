// What the preload puts on the window of the page, for the functions that end-to-end tests run there.
import '../renderer/data/desktop-bridge.ts';
