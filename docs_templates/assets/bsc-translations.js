/* Translations: English sentences to those of the site's language. The build writes this file; in English none is needed. */

/** @type {Record<string, string>} */
export const TRANSLATIONS = {};
