/** Whether a text is a UUID as ids of rows are written: in small digits, with its dashes. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(text);
