// Package official names the official Go client, so that its own tests can be run.
package official

import _ "github.com/openai/openai-go/v3"
