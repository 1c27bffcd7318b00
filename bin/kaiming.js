#!/usr/bin/env node
// The compiled command line.
import { startCompiled } from './start-compiled.js'

await startCompiled('cli/kaiming.js')
