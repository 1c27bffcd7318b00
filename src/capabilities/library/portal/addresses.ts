/**
 * The address under which a page is shared, cited and printed: with the domain of the settings. Without one only the path is
 * known, since the page is kept and a visitor chooses the host that he asks for.
 */
export const shareAddress = (domain: string | null, path: string): string =>
  domain ? `https://${domain}${path}` : path
