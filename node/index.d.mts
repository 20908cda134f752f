export * from './index.js'
import * as orgwarden from './index.js'
export default orgwarden
