/** What came of the last thing that somebody did with a version. */
export type ReleaseNews = { readonly tone: 'note' | 'danger'; readonly text: string };
