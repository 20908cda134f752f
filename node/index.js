'use strict'

const { Organization } = require('./lib/organization.js')
const { Plan } = require('./lib/plan.js')
const { Job } = require('./lib/job.js')
const { Sandbox } = require('./lib/sandbox.js')
const { OrgwardenError } = require('./lib/error.js')
const { classes } = require('./generated/errors.js')
const { version } = require('./lib/native.js')

module.exports = { Organization, Plan, Job, Sandbox, OrgwardenError, ...classes, version }
