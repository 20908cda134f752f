#!/usr/bin/env node
'use strict'

// The command line, out of the package of this platform.

const { spawn } = require('node:child_process')
const { commandLine, missing } = require('../lib/native.js')

const file = commandLine()
if (file === undefined) {
  console.error(`orgwarden: ${missing()}`)
  process.exit(1)
}
const child = spawn(file, process.argv.slice(2), { stdio: 'inherit' })
// A terminal tells both; we stay until the command has stopped gently.
process.on('SIGINT', () => {})
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('error', (error) => {
  console.error(`orgwarden: ${file} cannot be started: ${error.message}`)
  process.exit(1)
})
child.on('exit', (code, signal) => {
  if (signal === null) process.exit(code)
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
})
