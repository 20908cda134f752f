'use strict'

const { Organization } = require('./organization.js')
const { Plan } = require('./plan.js')
const { Job } = require('./job.js')
const { Sandbox } = require('./sandbox.js')
const { OrgwardenError } = require('./error.js')
const { classes } = require('../generated/errors.js')
const { version } = require('./native.js')

module.exports = { Organization, Plan, Job, Sandbox, OrgwardenError, ...classes, version }
