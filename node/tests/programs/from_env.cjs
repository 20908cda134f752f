'use strict'

const { Organization } = require('../..')

Organization.fromEnv()
  .then((organization) => organization.organization.whoami())
  .then(({ owner }) => console.log(owner), (error) => console.log(error.name, error.message))
