export const FILE_NOTES = ['place', 'time', 'device', 'words', 'unread'] as const;
/**
 * What a file tells besides its picture: where it was made, when, with what, words of somebody; or something that could
 * not be read, which may be any of these.
 */
export type FileNote = (typeof FILE_NOTES)[number];
