package db

import (
	"context"
	"crypto/rand"
	"encoding/base32"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"
)

// PersonRequest is what somebody asks about what is held of them. It is seen by who holds its code, by the partner that it
// names, and by officers: of its region, or of the whole country. Administrators see none.
type PersonRequest struct {
	Key           int64                `db:"id" see:"partner officer"`
	Reference     string               `db:"reference" see:"partner officer"`
	Kind          PersonRequestKind    `db:"kind" see:"partner officer"`
	State         PersonRequestState   `db:"state" see:"partner officer"`
	PartnerID     *int64               `db:"partner_id" see:"partner officer"`
	RegionID      *int64               `db:"region_id" see:"partner officer"`
	Language      Language             `db:"language" see:"partner officer"`
	Version       int                  `db:"version" see:"partner officer"`
	ReceivedAt    Instant              `db:"created_at" made:"default" see:"partner officer"`
	AnswerDueOn   Date                 `db:"answer_due_on" see:"partner officer"`
	IdentityCheck *IdentityCheck       `db:"identity_check" see:"partner officer"`
	Reason        *PersonRequestReason `db:"reason" see:"partner officer"`
	EndedAt       *Instant             `db:"ended_at" see:"partner officer"`
}

// PersonRequestDetails say who asks, in which words, and what they were answered. They go when they were kept long enough.
type PersonRequestDetails struct {
	Key       int64   `db:"id"`
	RequestID int64   `db:"request_id" see:"partner officer"`
	FullName  string  `db:"full_name" see:"partner officer"`
	Email     *string `db:"email" see:"partner officer"`
	Telephone *string `db:"telephone" see:"partner officer"`
	Words     *string `db:"words" see:"partner officer"`
	Answer    *string `db:"answer" see:"partner officer"`
}

// ID names the request.
func (r *PersonRequest) ID() ID { return ID{"PersonRequest", r.Key} }

// PersonRequestFilter narrows a list of requests; what is left zero asks for nothing.
type PersonRequestFilter struct {
	Open bool   `where:"(t.ended_at is null) = $"`
	Seen string `where:"(t.region_id = any (split_part($::text, ' ', 1)::bigint[]) or t.partner_id = any (split_part($::text, ' ', 2)::bigint[]))"` // the keys of regions, and of partners
}

// The tables of requests: the one that must be answered first comes first.
var (
	PersonRequests = newTable[PersonRequest]("person_requests",
		by("person_request", false, "t.answer_due_on", "date", "t.id", "bigint"), "reference").apart()
	PersonRequestsDetails = newTable[PersonRequestDetails]("person_request_details",
		by("person_request_details", false, "t.id", "bigint"), "request_id").apart()
	DetailsOfRequest = PersonRequestsDetails.of("t.request_id")
)

// NewPersonRequest is what somebody asks. Partner is a slug, region a code; who doesn't know them leaves them out.
type NewPersonRequest struct {
	Kind      PersonRequestKind
	Partner   *string
	Region    *string
	Language  Language
	FullName  string
	Email     *string
	Telephone *string
	Words     *string

	IdempotencyKey *string
}

// Bounds of a request.
const (
	mostRequestWords   = 2000
	mostPersonRequests = 5 // that one address makes in a day
	requestAnswer      = 1 // months
)

// RequestAboutPerson takes a request, and gives it with its code, which is shown this once, or again to who sends the same by the
// same key. The agency's officers are told, and the partner that it names.
func (d *DB) RequestAboutPerson(ctx context.Context, in NewPersonRequest, client string) (request *PersonRequest, code string, err error) {
	err = d.InTx(ctx, "nobody", "person: asked", func(tx *DB) error {
		details, faults := in.read()
		partner, err := tx.namedIn(ctx, "partner", "partners", in.Partner, &faults)
		if err != nil {
			return err
		}
		region, err := tx.namedIn(ctx, "region", "regions", in.Region, &faults)
		if err != nil {
			return err
		}
		if err := faults.err(); err != nil {
			return err
		}
		written := func(secret []byte) string { return base32.StdEncoding.EncodeToString(secret)[:26] } // 130 bits
		key, made, err := tx.onceSecret(ctx, nil, in.IdempotencyKey, in, func(secret []byte) (key int64, err error) {
			if err := tx.countRequest(ctx, client); err != nil {
				return 0, err
			}
			if key, err = tx.keepRequest(ctx, in, details, partner, region, written(secret)); err != nil {
				return 0, err
			}
			request, err := tx.personRequest(ctx, key)
			if err != nil {
				return 0, err
			}
			return key, errors.Join(tx.writeToRequester(ctx, request, "PERSON_REQUEST_RECEIVED"), tx.tellOfRequest(ctx, request))
		})
		if err != nil {
			return err
		}
		code = written(made)
		request, err = notGone(tx.personRequest(ctx, key))
		return err
	})
	return request, code, err
}

// keepRequest writes a request down. Its reference says nothing of whose it is, nor of how many there are.
func (d *DB) keepRequest(ctx context.Context, in NewPersonRequest, details *PersonRequestDetails, partner, region *int64, code string) (key int64, err error) {
	drawn := rand.Text()
	due := time.Now().UTC().AddDate(0, requestAnswer, 0).Format(time.DateOnly)
	err = d.selectOne(ctx, &key, `
		insert into person_requests (reference, code_sha256, kind, partner_id, region_id, language, answer_due_on)
		values ($1, $2, $3, $4, $5, $6, $7)
		returning id`, fmt.Sprintf("P-%s-%s", drawn[:4], drawn[4:8]), hashOf(code), in.Kind, partner, region, in.Language, due)
	if err != nil {
		return 0, err
	}
	_, err = d.exec(ctx, `
		insert into person_request_details (request_id, full_name, email, telephone, words)
		values ($1, $2, $3, $4, $5)`, key, details.FullName, details.Email, details.Telephone, details.Words)
	return key, err
}

// read gives what is kept of who asks, and all that is wrong with it. Nothing of it is said again.
func (in NewPersonRequest) read() (*PersonRequestDetails, Faults) {
	var faults Faults
	details := &PersonRequestDetails{FullName: strings.TrimSpace(in.FullName), Words: given(in.Words), Email: given(in.Email), Telephone: given(in.Telephone)}
	if length := utf8.RuneCountInString(details.FullName); length == 0 || length > mostName {
		faults.add(BadInput("fullName", "name_length", "a name has 1 to %d characters; this has %d", mostName, length))
	}
	if details.Email != nil {
		if email := normalEmail(*details.Email); len(email) > mostEmail || !address.MatchString(email) {
			faults.add(BadInput("email", "person_email_malformed", "this is no e-mail address; right is one like name@example.org"))
		}
	}
	if details.Telephone != nil && utf8.RuneCountInString(*details.Telephone) > 40 {
		faults.add(BadInput("telephone", "telephone_long", "a telephone number has 40 characters at most"))
	}
	if details.Email == nil && details.Telephone == nil {
		faults.add(BadInput("email", "person_unreachable", "give an e-mail address or a telephone number, so that your identity can be checked"))
	}
	if details.Words != nil && utf8.RuneCountInString(*details.Words) > mostRequestWords {
		faults.add(BadInput("words", "words_long", "%d characters; allowed are %d", utf8.RuneCountInString(*details.Words), mostRequestWords))
	}
	return details, faults
}

// given is a text without what surrounds it; nil where nothing is left.
func given(text *string) *string {
	if text == nil || strings.TrimSpace(*text) == "" {
		return nil
	}
	trimmed := strings.TrimSpace(*text)
	return &trimmed
}

// namedIn finds the row that a field names; nil where it names none.
func (d *DB) namedIn(ctx context.Context, field, table string, name *string, faults *Faults) (*int64, error) {
	if name == nil || *name == "" {
		return nil, nil
	}
	key, found, err := d.keyNamed(ctx, table, *name)
	if err == nil && !found {
		faults.add(BadInput(field, field+"_unknown", "%.80q names no %s of this register", *name, field))
	}
	if err != nil || !found {
		return nil, err
	}
	return &key, nil
}

// countRequest writes down that somebody asks at an address, and gives RATE_LIMITED where that was done too often.
func (d *DB) countRequest(ctx context.Context, client string) error {
	wait, err := d.onceMore(ctx, d.vault.hash("person requests", client), mostPersonRequests)
	if wait > 0 {
		err = RateLimited("person_requests_many", wait, "one address sends %d requests a day at most; send the next in %d s, or ask whoever runs this register", mostPersonRequests, wait)
	}
	return err
}

// FollowPersonRequest reads a request and what it was answered, by its reference and code. Wrong ones are counted as wrong
// passwords are.
func (d *DB) FollowPersonRequest(ctx context.Context, reference, code, client string) (request *PersonRequest, answer *string, err error) {
	if request, err = d.ofCode(ctx, reference, code, client); err != nil {
		return nil, nil, err
	}
	details, err := DetailsOfRequest.only(ctx, d.Private(), request.Key)
	if details != nil {
		answer = details.Answer
	}
	return request, answer, err
}

// ofCode finds a request by its reference and code.
func (d *DB) ofCode(ctx context.Context, reference, code, client string) (*PersonRequest, error) {
	reference, code = strings.TrimSpace(reference), strings.TrimSpace(code)
	attempt, err := d.attempt(ctx, "request "+code, "request "+client)
	if err != nil {
		return nil, err
	}
	var keys []int64
	if err := d.Private().selectRows(ctx, &keys, "select id from person_requests where code_sha256 = $1 and reference = $2", hashOf(code), reference); err != nil {
		return nil, err
	}
	if len(keys) == 0 {
		return nil, NotFound("code", "person_request_unknown", "there is no request with this reference and code")
	}
	if err := d.forgiven(ctx, nil, attempt); err != nil {
		return nil, err
	}
	return d.Private().personRequest(ctx, keys[0])
}

// WithdrawPersonRequest takes a request back, by its reference and code.
func (d *DB) WithdrawPersonRequest(ctx context.Context, reference, code, client string) (*PersonRequest, error) {
	request, err := d.ofCode(ctx, reference, code, client)
	if err != nil {
		return nil, err
	}
	return inTx(ctx, d, nil, "person: request withdrawn", func(tx *DB) (*PersonRequest, error) {
		withdrawn, err := tx.execOnce(ctx, `
			update person_requests set state = 'WITHDRAWN', ended_at = now(), version = version + 1 where id = $1 and ended_at is null`, request.Key)
		if err == nil && !withdrawn {
			err = errRequestEnded
		}
		if err != nil {
			return nil, err
		}
		return tx.personRequest(ctx, request.Key)
	})
}

var errRequestEnded = Conflict("request", "person_request_ended", "this request was answered, refused or withdrawn before")

func (d *DB) personRequest(ctx context.Context, key int64) (*PersonRequest, error) {
	found, err := PersonRequests.ByKeys(ctx, d, []int64{key})
	return found[key], err
}
