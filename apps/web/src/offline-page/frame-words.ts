/** What stands around the tasks of every page of one file, in one language. */
export interface FrameWords {
  readonly language: string;
  /** What the language is called in itself. */
  readonly languageName: string;
  readonly direction: string;
  readonly pageTitle: (title: string) => string;
  readonly skip: string;
  readonly languages: string;
  readonly home: string;
  readonly homeTitle: string;
  readonly homeLead: string;
  readonly problemTitle: string;
  /** That nothing is sent to anybody. */
  readonly stays: string;
  /** The way back, where a site serves the page. */
  readonly toSite: string;
  readonly faultTitle: string;
  readonly fault: string;
  readonly leaveUnsaved: string;
  readonly save: (name: string) => string;
  readonly saved: (name: string) => string;
  readonly saveTitle: string;
  readonly savePage: string;
  readonly savePageSays: string;
}
