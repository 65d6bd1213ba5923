package db

// Allocation is the part of a target that falls to a region, a year, a sector, or a member of a federation. Parts need
// not add up: the rest is not allocated.
type Allocation struct {
	Key       int64  `db:"id" see:"everyone"`
	TargetID  int64  `db:"target_id" see:"everyone"`
	Position  int    `db:"position" see:"everyone"`
	RegionID  *int64 `db:"region_id" ref:"regions" see:"everyone"`
	Year      *int   `db:"year" see:"everyone"`
	SectorID  *int64 `db:"sector_id" ref:"sectors" see:"everyone"`
	PartnerID *int64 `db:"partner_id" ref:"partners" see:"everyone"`
	Figure    Figure `db:"figure" see:"everyone"`
	Dated
	Withdrawable
}

// AllocationFilter narrows a list of allocations; what is left zero asks for nothing.
type AllocationFilter struct {
	Region    string `of:"regions" where:"t.region_id = $"`
	Year      int    `where:"t.year = $"`
	Sector    string `of:"sectors" where:"t.sector_id = $"`
	Partner   string `of:"partners" where:"t.partner_id = $"`
	Withdrawn bool   `where:"(t.withdrawn_at is not null and $::boolean)"`
}

// The allocations, by their target and by what they fall to.
var (
	Allocations        = newTable[Allocation]("allocations", by("allocation", false, "t.position", "int", "t.id", "bigint"), "target_id", "region_id", "year", "sector_id", "partner_id").maybeMore()
	TargetAllocations  = Allocations.of("t.target_id")
	RegionAllocations  = Allocations.of("t.region_id")
	SectorAllocations  = Allocations.of("t.sector_id")
	PartnerAllocations = Allocations.of("t.partner_id")
)

// ID names the allocation.
func (a *Allocation) ID() ID { return ID{"Allocation", a.Key} }

// IsNode says that the allocation can be asked for by its id.
func (*Allocation) IsNode() {}
