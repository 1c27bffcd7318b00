#!/usr/bin/env node
// `npm start`: the compiled demonstration, in as little memory as `kaiming serve`.
import { startCompiled } from './start-compiled.js'

await startCompiled('demonstration.js')
