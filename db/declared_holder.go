package db

import (
	"context"
	"strings"
	"unicode/utf8"
)

// ProjectHolderInput is a project holder as a partner declares it: whom it has welcomed, where, and when. Region and sector are
// codes.
type ProjectHolderInput struct {
	Reference  string
	Region     string
	Sector     *string
	WelcomedOn Date
	Details    *ProjectHolderDetailsInput
	Person     *PersonInput
}

// ProjectHolderDetailsInput says who the person is. Nobody but the partner and the officers who verify reads it.
type ProjectHolderDetailsInput struct {
	FullName  string
	Telephone *string
	Email     *string
	Project   *string
}

// SavedHolder says which project holder of which draft is to be saved: a new one, or the row of a welcome anew.
type SavedHolder struct {
	Declaration    ID
	Row            *ID
	Version        *int
	Holder         ProjectHolderInput
	IdempotencyKey *string
}

// declaredHolder is a project holder that was read and found right, as it is written.
type declaredHolder struct {
	person
	Reference  string
	RegionID   int64
	SectorID   *int64
	WelcomedOn Date
	Details    *ProjectHolderDetails
}

// SaveProjectHolder saves the welcome of a project holder, by a row of a draft. Further stages follow by SaveProgress.
func (d *DB) SaveProjectHolder(ctx context.Context, v *Viewer, in SavedHolder) (*DeclarationRow, error) {
	return d.saveRow(ctx, v, "declaration: project holder saved", in.Declaration, in.IdempotencyKey, in, func(tx *DB, declaration *Declaration) (int64, error) {
		return tx.saveHolder(ctx, declaration, in)
	})
}

func (d *DB) saveHolder(ctx context.Context, declaration *Declaration, in SavedHolder) (int64, error) {
	own, err := d.draftRow(ctx, declaration, in.Row, in.Version, "PROGRESS")
	if err != nil {
		return 0, err
	}
	kept := new(keptHolder)
	if own != nil {
		if kept, err = d.keptHolder(ctx, own.Key); err != nil {
			return 0, err
		}
	}
	holder, faults, err := d.readHolder(ctx, declaration, own, kept, in.Holder)
	if err != nil {
		return 0, err
	}
	if err := faults.err(); err != nil {
		return 0, err
	}
	if err := d.touch(ctx, declaration.Key); err != nil {
		return 0, err
	}
	if own != nil {
		return own.Key, d.rewriteHolder(ctx, declaration, own, kept, holder)
	}
	return d.addHolder(ctx, declaration, holder)
}

// readHolder gives a project holder as it is written, or all that is wrong with it.
func (d *DB) readHolder(ctx context.Context, declaration *Declaration, own *DeclarationRow, kept *keptHolder, in ProjectHolderInput) (*declaredHolder, Faults, error) {
	var faults Faults
	h := &declaredHolder{Reference: strings.TrimSpace(in.Reference), WelcomedOn: in.WelcomedOn, Details: in.Details.read(&faults)}
	region, err := d.codeOf(ctx, &faults, "region", "regions", &in.Region)
	if err != nil {
		return nil, nil, err
	}
	if region != nil {
		h.RegionID = *region
	}
	if h.SectorID, err = d.codeOf(ctx, &faults, "sector", "sectors", in.Sector); err != nil {
		return nil, nil, err
	}
	if err := d.checkHolderReference(ctx, &faults, declaration, own, h.Reference); err != nil {
		return nil, nil, err
	}
	checkReached(&faults, "welcomedOn", in.WelcomedOn)
	if own != nil {
		beside, err := d.stagesBeside(ctx, declaration, kept.First, own.Key)
		if err != nil {
			return nil, nil, err
		}
		faults = append(faults, stagePlaced("WELCOMED", in.WelcomedOn, "welcomedOn", beside)...)
	}
	keys, err := d.keysInForce(ctx)
	if err != nil {
		return nil, nil, err
	}
	h.person = in.Person.read(keys, in.WelcomedOn, &faults)
	return h, kept.withItsNumber(h.IdentityKind, faults), nil
}

// codeOf finds what a code names in a list; nil for none.
func (d *DB) codeOf(ctx context.Context, faults *Faults, field, list string, code *string) (*int64, error) {
	if code == nil {
		return nil, nil
	}
	var found []int64
	if err := d.selectRows(ctx, &found, "select id from "+list+" where code = $1", *code); err != nil {
		return nil, err
	}
	if len(found) == 0 {
		faults.add(BadInput(field, "declared_"+field+"_unknown", "%.80q is none of those that are allowed", *code))
		return nil, nil
	}
	return &found[0], nil
}

// checkHolderReference reports a reference that is none, or that stands for another project holder of the partner.
func (d *DB) checkHolderReference(ctx context.Context, faults *Faults, declaration *Declaration, own *DeclarationRow, reference string) error {
	if length := utf8.RuneCountInString(reference); length == 0 || length > mostReference {
		faults.add(BadInput("reference", "reference_length", "your reference of the project holder has 1 to %d characters", mostReference))
		return nil
	}
	if own != nil && (own.ReplacesID != nil || reference == own.Reference) {
		if reference != own.Reference {
			faults.add(BadInput("reference", "reference_fixed", "this corrects %q, and keeps its reference", own.Reference))
		}
		return nil
	}
	var before []struct {
		DeclarationID int64    `db:"declaration_id"`
		State         RowState `db:"state"`
	}
	if err := d.selectRows(ctx, &before, `
		select r.declaration_id, r.state
		from project_holders h join declaration_rows r on r.id = h.row_id
		where h.partner_id = $1 and h.reference = $2 and h.state not in ('REPLACED', 'WITHDRAWN')
		order by h.state limit 1`, declaration.PartnerID, reference); err != nil || len(before) == 0 {
		return err
	}
	switch {
	case before[0].DeclarationID == declaration.Key:
		faults.add(Conflict("reference", "reference_twice", "another row of this declaration has this reference"))
	case before[0].State == "DRAFT":
		faults.add(Conflict("reference", "reference_drafted", "a row of another draft of yours has this reference"))
	default:
		faults.add(Conflict("reference", "reference_declared", "this reference was declared before; to change what was declared, correct that row"))
	}
	return nil
}

const mostProject = 1000 // characters

// read checks what is said of who the person is; nil where nothing is.
func (in *ProjectHolderDetailsInput) read(faults *Faults) *ProjectHolderDetails {
	if in == nil {
		return nil
	}
	details := &ProjectHolderDetails{FullName: strings.TrimSpace(in.FullName), Telephone: wording(faults, "details.telephone", in.Telephone),
		Email: wording(faults, "details.email", in.Email)}
	if length := utf8.RuneCountInString(details.FullName); length == 0 || length > mostWording {
		faults.add(BadInput("details.fullName", "project_holder_details_name_given", "a name has 1 to %d characters; leave the details out where it isn't known", mostWording))
	}
	if in.Project != nil {
		if length := utf8.RuneCountInString(*in.Project); length > mostProject {
			faults.add(BadInput("details.project", "project_long", "%d characters; allowed are %d", length, mostProject))
		}
		if project := strings.TrimSpace(*in.Project); project != "" {
			details.Project = &project
		}
	}
	return details
}
