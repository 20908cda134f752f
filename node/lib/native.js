'use strict'

// Finds the add-on: what the environment names, what cargo has built in the repository, or the package of this platform.

const { existsSync, statSync } = require('node:fs')
const path = require('node:path')

const { version } = require('../package.json')

/** The packages that have the add-on, by `process.platform` and `process.arch`. Of two, npm installs one. */
const PACKAGES = {
  'linux-x64': ['@orgwarden/linux-x64-gnu', '@orgwarden/linux-x64-musl'],
  'linux-arm64': ['@orgwarden/linux-arm64-gnu', '@orgwarden/linux-arm64-musl'],
  'darwin-x64': ['@orgwarden/darwin-x64'],
  'darwin-arm64': ['@orgwarden/darwin-arm64'],
  'win32-x64': ['@orgwarden/win32-x64-msvc']
}

const LIBRARY = { win32: 'orgwarden_node.dll', darwin: 'liborgwarden_node.dylib' }[process.platform] ?? 'liborgwarden_node.so'

/** The packages for this machine. */
function packages () {
  return PACKAGES[`${process.platform}-${process.arch}`] ?? []
}

/** What cargo has built last, if this is the repository. */
function built () {
  const root = path.join(__dirname, '..', '..')
  if (!existsSync(path.join(root, 'bindings', 'node', 'Cargo.toml'))) return undefined
  const target = path.resolve(root, process.env.CARGO_TARGET_DIR ?? 'target')
  const files = ['debug', 'release', 'dist'].map((profile) => path.join(target, profile, LIBRARY)).filter((file) => existsSync(file))
  return files.sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)[0]
}

/** The libraries that this thread has loaded. The kernel knows its classes once per thread, however often this file is read anew. */
const LOADED = Symbol.for('orgwarden.loaded')

/** Loads a library, whatever the end of its name. */
function open (file) {
  const loaded = (process[LOADED] ??= new Map())
  if (!loaded.has(file)) {
    const module = { exports: {} }
    process.dlopen(module, file)
    loaded.set(file, module.exports)
  }
  return loaded.get(file)
}

function load () {
  const named = process.env.ORGWARDEN_NODE_ADDON
  const file = named ? path.resolve(named) : built()
  if (file) return open(file)
  for (const name of packages()) {
    try {
      return require(name)
    } catch (error) {
      // What is there and cannot be loaded is worth its own words.
      if (error.code !== 'MODULE_NOT_FOUND') throw error
    }
  }
  throw new Error(missing())
}

function missing () {
  const machine = `${process.platform}-${process.arch}`
  const names = packages()
  if (names.length === 0) {
    return `orgwarden has no package for ${machine}. Build the add-on from the sources (README, "From the sources") and name its file in ORGWARDEN_NODE_ADDON.`
  }
  return `orgwarden for ${machine} is not installed: ${names.join(' or ')} is missing. ` +
    'Install again with optional dependencies (npm install --include=optional); node_modules of another machine do not do. ' +
    'Or build the add-on from the sources (README, "From the sources") and name its file in ORGWARDEN_NODE_ADDON.'
}

/** The kernel of this version: another one would be called wrongly. */
function checked (addon) {
  if (addon.version() === version) return addon
  throw new Error(`orgwarden ${version} has found a kernel of version ${addon.version()}. Install again, so that both are the same.`)
}

let addon
module.exports = {
  // Loaded when it is first used: whoever only imports the package does not wait for it.
  get native () { return (addon ??= checked(load())) },
  version
}
