/** Style properties that SVG knows as attributes too; others have no effect in a picture. */
const ATTRIBUTES = /^(?:fill|stroke|font|text|dominant|opacity|visibility|letter|word)[a-z-]*$/u

/**
 * Writes the inline styles of an SVG as attributes: the content policy of the portal allows no inline style, also not in a
 * picture that is opened by itself. The style sheet that the chart library adds for pointers is left out.
 */
export const asPresentation = (svg: string): string =>
  svg
    .replace(/<style[^>]*>[\s\S]*?<\/style>/gu, '')
    .replace(/\s(?:class|ecmeta_[a-z_]+)="[^"]*"/gu, '')
    .replace(/\sstyle="([^"]*)"/gu, (_, style: string) =>
      style
        .split(';')
        .flatMap((declaration) => {
          const at = declaration.indexOf(':')
          const name = declaration.slice(0, at).trim()
          return at > 0 && ATTRIBUTES.test(name) ? [` ${name}="${declaration.slice(at + 1).trim()}"`] : []
        })
        .join(''),
    )
