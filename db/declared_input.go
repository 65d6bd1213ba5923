package db

import "context"

// DeclaredJobInputs reads the jobs of a declaration that a viewer may see, and the ends, as they would be declared; those that others stand
// for, or that were taken back, are left out. Who isn't shown persons is shown no references
// either.
func (d *DB) DeclaredJobInputs(ctx context.Context, v *Viewer, id ID) (*Declaration, []JobInput, error) {
	private := d.Private()
	declaration, err := private.seen(ctx, v, id)
	if err != nil {
		return nil, nil, err
	}
	var regions *string
	if within := v.RowsSeen(declaration, DeclarationRowFilter{}).Regions; within != "" {
		regions = &within
	}
	var rows []content
	if err := private.selectRows(ctx, &rows, readContents+" and r.kind in ('JOB', 'JOB_END') and r.state not in ('REPLACED', 'WITHDRAWN') and ($2::bigint[] is null or r.region_id = any ($2)) "+inOrder,
		declaration.Key, regions); err != nil {
		return nil, nil, err
	}
	jobs := make([]JobInput, len(rows))
	for i, row := range rows {
		seen := DeclarationRow{PartnerID: declaration.PartnerID, ConventionID: declaration.ConventionID, RegionID: row.RegionID}
		jobs[i] = row.input(v.SeesPerson(&seen))
	}
	return declaration, jobs, nil
}

// input is a row as it would be declared again: without the number of identity, which is kept nowhere.
func (c *content) input(withPerson bool) JobInput {
	if c.Kind == "JOB_END" {
		in := JobInput{IsEnd: true, EndedOn: c.EndedOn}
		if withPerson {
			in.Reference = c.Reference
		}
		return in
	}
	in := JobInput{Employer: c.Employer, Undertaking: c.Where, Occupation: c.Occupation, OccupationGroup: c.Group, Sector: c.Sector,
		Region: *c.Region, ContractKind: ContractKind(*c.Contract), StartedOn: *c.StartedOn, EndedOn: c.EndedOn}
	if !withPerson {
		return in
	}
	in.Reference, in.Refills = c.Reference, c.Refills
	in.Person = &PersonInput{BirthYear: c.BirthYear, IdentityKind: (*IdentityKind)(c.Card), Gender: (*Gender)(c.Gender),
		Education: (*Education)(c.Education), SituationBefore: (*SituationBefore)(c.Before)}
	return in
}
