package db

import "context"

// Node is anything that has an id of its own.
type Node interface {
	IsNode()
	ID() ID
}

// node is a table whose rows can be asked for by id.
type node[T any] interface {
	*T
	Node
}

// nodes says how the rows of each type are read by key.
var nodes = map[string]func(context.Context, *DB, []int64) (map[int64]Node, error){
	"Signing": byKeys(Signings), "Signatory": byKeys(Signatories), "Orientation": byKeys(Orientations),
	"Convention": byKeys(Conventions), "Party": byKeys(Parties), "Partner": byKeys(Partners),
	"PartnerName": byKeys(PartnerNames), "PartnerTie": byKeys(PartnerTies), "Commitment": byKeys(Commitments),
	"Target": byKeys(Targets), "Region": byKeys(Regions), "Sector": byKeys(Sectors), "Indicator": byKeys(Indicators),
	"CountingRule": byKeys(CountingRules), "Source": byKeys(Sources), "Citation": byKeys(Citations), "Claim": byKeys(Claims),
}

func byKeys[T any, P node[T]](t *Table[T]) func(context.Context, *DB, []int64) (map[int64]Node, error) {
	return func(ctx context.Context, d *DB, keys []int64) (map[int64]Node, error) {
		rows, err := t.ByKeys(ctx, d, keys)
		found := make(map[int64]Node, len(rows))
		for key, row := range rows {
			found[key] = P(row)
		}
		return found, err
	}
}

// Node reads the thing with that id; nil when there is none.
func (d *DB) Node(ctx context.Context, id ID) (Node, error) {
	found, err := d.Nodes(ctx, []ID{id})
	if err != nil {
		return nil, err
	}
	return found[0], nil
}

// Nodes reads the things with those ids, in their order, with nil where there is none.
func (d *DB) Nodes(ctx context.Context, ids []ID) ([]Node, error) {
	if len(ids) > MostRows {
		return nil, BadInput("ids", "page_too_long", "%d ids are asked for; allowed are %d", len(ids), MostRows)
	}
	keys := make(map[string][]int64)
	for _, id := range ids {
		keys[id.Type] = append(keys[id.Type], id.Key)
	}
	found := make(map[ID]Node, len(ids))
	for name, read := range nodes {
		if len(keys[name]) == 0 {
			continue
		}
		rows, err := read(ctx, d, keys[name])
		if err != nil {
			return nil, err
		}
		for key, row := range rows {
			found[ID{name, key}] = row
		}
	}
	all := make([]Node, len(ids))
	for i, id := range ids {
		all[i] = found[id]
	}
	return all, nil
}
