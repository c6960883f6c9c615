/** Addresses of what every page loads. All carry the hash of their bytes, so they may be kept for ever. */
export interface AssetLinks {
  readonly sheet: string;
  /** The same sheet without web fonts, for whoever asked to save data. */
  readonly sheetWithoutFonts: string;
  /** The heading face, Latin letters: the one font worth asking for early. */
  readonly headFont: string;
  readonly icon: string;
}

/** What a page needs to know besides its own matter. */
export interface Frame {
  /** Path and query of this page, so that another language opens the same place. Begins with `/`. */
  readonly here: string;
  readonly assets: AssetLinks;
  /** The browser sent `Save-Data: on`. */
  readonly saveData: boolean;
  /** Where the installation is found, where that was set: printed pages say it. Ends without `/`. */
  readonly origin?: string;
  /** Everything of this installation is a demo, and every page says so. */
  readonly isDemo?: boolean;
}

/** Names of the inputs that every page and the server share. */
export const languageField = 'lang';
