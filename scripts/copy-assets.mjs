// Puts style sheets and browser scripts beside the compiled code, at the same paths.
import { cpSync, globSync } from 'node:fs'

for (const path of globSync(['src/**/*.css', 'src/portal/scripts/*.js'])) cpSync(path, path.replace(/^src/, 'dist'))
