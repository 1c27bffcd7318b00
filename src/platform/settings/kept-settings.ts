import type { Change, Clock, SiteSettings } from '../ports.ts'

export interface KeptSettings {
  /** The settings of a site that hold today. */
  of(siteId: string): Promise<SiteSettings>
  /** Forgets what the log says has changed. */
  follow(changes: readonly Change[]): void
}

/** Every page asks for the settings: they are read once a day and site, and again when they change. */
export function keepSettings(load: (siteId: string) => Promise<SiteSettings>, clock: Clock): KeptSettings {
  // Promises, so that what began to be read before a change is forgotten with it.
  const kept = new Map<string, Promise<SiteSettings>>()
  let day = ''
  return {
    of(siteId) {
      const today = clock.today()
      if (today !== day) kept.clear()
      day = today
      const known = kept.get(siteId)
      if (known) return known
      const loading = load(siteId)
      kept.set(siteId, loading)
      loading.catch(() => {
        if (kept.get(siteId) === loading) kept.delete(siteId)
      })
      return loading
    },
    follow(changes) {
      if (changes.some(({ entity }) => entity === 'settings')) kept.clear()
    },
  }
}
