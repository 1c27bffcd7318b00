#!/usr/bin/env node
// `npm start`: the compiled demonstration, in as little memory as `kaiming serve`.
import { startWithFewArenas } from './few-arenas.js'

startWithFewArenas()
await import('../dist/demonstration.js')
