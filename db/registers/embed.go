package registers

import _ "embed"

// December2021Name is the name of the register file of December 2021.
const December2021Name = "2021-12-anapec.yaml"

// December2021 is the register file of December 2021.
//
//go:embed 2021-12-anapec.yaml
var December2021 []byte
