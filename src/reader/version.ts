/** Raised with every change that makes the reader read the same bytes differently: files are then read again. */
export const READER_VERSION = '12'
