'use strict'

const { valueOf } = require('./call.js')
const { Membership, Person } = require('../generated/shapes.js')

/** People as the kernel hands them over: in pieces, each by columns. What nobody takes stays there. */
class People {
  #native

  constructor (handle) {
    this.#native = handle
  }

  /** The requests that it took. */
  get requests () {
    return JSON.parse(this.#native.requests())
  }

  /** The pieces that are left. */
  * [Symbol.iterator] () {
    for (let piece; (piece = valueOf(this.#native.next())) !== null;) yield people(JSON.parse(piece))
  }

  /** One person after the other. */
  * flat () {
    for (const piece of this) yield * piece
  }
}

/** People out of columns. Everybody is in the same few projects: a place is one object, which nobody can change. */
function people ({ columns: { projects, ...columns }, memberships }) {
  const places = memberships.map((place) => Object.freeze(Membership(place)))
  const names = Object.keys(columns)
  // One object for all rows: what is read out of it is another one.
  const row = {}
  return columns.status.map((status, number) => {
    for (const name of names) row[name] = columns[name][number]
    const person = Person(row)
    person.projects = projects[number] && projects[number].map((place) => places[place])
    return person
  })
}

module.exports = { People }
