/** Marks that a sentence ends with, and marks after which it would go on. */
const ENDS = /[。！？!?…]["”」』）)]?$/u
const GOES_ON = /[；，：、,;:]+$/u

/** A text as a sentence: with a full stop, where it has no end of its own. */
export const asSentence = (text: string): string => {
  const said = text.trim()
  return said === '' || ENDS.test(said) ? said : `${said.replace(GOES_ON, '')}。`
}
