/** The name of a file without the folders that it was loaded from: those are the clerk's, and say nothing to readers. */
export const nameAlone = (path: string): string => path.split(/[/\\]/u).at(-1) || path
