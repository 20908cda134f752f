#!/usr/bin/env node
'use strict'

// The command line. It runs in this process, and listens to signals itself.

const { native } = require('../lib/native.js')

// What Node would do with signals is taken away by listening to them.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {})

let commandLine
try {
  commandLine = native.commandLine
} catch (error) {
  console.error(`orgwarden: ${error.message}`)
  process.exit(1)
}
process.exit(commandLine(['orgwarden', ...process.argv.slice(2)]))
