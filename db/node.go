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

// nodeTable is the table of a type's rows, and how they are read by key.
type nodeTable struct {
	name  string
	table AnyTable
	read  func(context.Context, *DB, []int64) (map[int64]Node, error)
}

// nodes are the types whose rows have an id.
var nodes = map[string]nodeTable{
	"Signing": nodeOf(Signings), "Signatory": nodeOf(Signatories), "Orientation": nodeOf(Orientations),
	"Convention": nodeOf(Conventions), "Party": nodeOf(Parties), "Partner": nodeOf(Partners),
	"PartnerName": nodeOf(PartnerNames), "PartnerTie": nodeOf(PartnerTies), "Commitment": nodeOf(Commitments),
	"Target": nodeOf(Targets), "Allocation": nodeOf(Allocations), "Amendment": nodeOf(Amendments),
	"Document": nodeOf(Documents), "ReportingSchedule": nodeOf(ReportingSchedules), "Opening": nodeOf(Openings),
	"Reply": nodeOf(Replies), "Job": nodeOf(Jobs), "OccupationGroup": nodeOf(OccupationGroups), "Region": nodeOf(Regions),
	"Sector": nodeOf(Sectors), "Indicator": nodeOf(Indicators), "CountingRule": nodeOf(CountingRules),
	"Source": nodeOf(Sources), "Citation": nodeOf(Citations), "Claim": nodeOf(Claims), "Change": nodeOf(PublicChanges),
}

func nodeOf[T any, P node[T]](t *Table[T]) nodeTable {
	return nodeTable{t.Name, t, func(ctx context.Context, d *DB, keys []int64) (map[int64]Node, error) {
		rows, err := t.ByKeys(ctx, d, keys)
		found := make(map[int64]Node, len(rows))
		for key, row := range rows {
			found[key] = P(row)
		}
		return found, err
	}}
}

// TableOfNode gives the table of a type's rows; nil where they have no id.
func TableOfNode(name string) AnyTable { return nodes[name].table }

// nodeType gives the type of a table's rows; empty where they have no id.
func nodeType(table string) string {
	for name, n := range nodes {
		if n.name == table {
			return name
		}
	}
	return ""
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
	for name, keys := range keys {
		rows, err := d.NodesOf(ctx, name, keys)
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

// NodesOf reads the things of one type by their keys; a key without a row, and all of a type that there isn't, are missing
// in the answer.
func (d *DB) NodesOf(ctx context.Context, name string, keys []int64) (map[int64]Node, error) {
	n, known := nodes[name]
	if !known {
		return nil, nil
	}
	return n.read(ctx, d, keys)
}
