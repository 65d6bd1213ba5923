package registers

import _ "embed"

// December2021 is the register file of December 2021, by its name and contents.
var (
	December2021Name = "2021-12-anapec.yaml"
	//go:embed 2021-12-anapec.yaml
	December2021 []byte
)
