package db

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"net"

	"github.com/lib/pq"
)

// Code says what kind of error a caller has to do with. The list is part of the API.
type Code string

// The codes that the model itself gives; a query's own are in package graph.
const (
	CodeBadInput        Code = "BAD_USER_INPUT"
	CodeUnauthenticated Code = "UNAUTHENTICATED"
	CodeForbidden       Code = "FORBIDDEN"
	CodeNotFound        Code = "NOT_FOUND"
	CodeConflict        Code = "CONFLICT"
	CodeRateLimited     Code = "RATE_LIMITED"
	CodeTimeout         Code = "TIMEOUT"
	CodeUnavailable     Code = "UNAVAILABLE"
	CodeInternal        Code = "INTERNAL"
)

// ReasonDatabase is the reason of what is UNAVAILABLE since the database is, as a whole.
const ReasonDatabase = "database"

// ReasonTime is the reason of a TIMEOUT at the end of an operation's time.
const ReasonTime = "operation_time"

// Error is the one error that callers see: a code, the field it is about, a reason (a constraint's name, or a rule's)
// and a sentence. Of an input with faults it has them all, and is the first. The cause is for the log.
type Error struct {
	Code       Code
	Field      string
	Reason     string
	Message    string
	Faults     []*Error
	RetryAfter int // seconds until it is worth trying again; 0 where that isn't known
	cause      error
}

func (e *Error) Error() string { return e.Message }

// Unwrap gives the cause, which no caller is shown.
func (e *Error) Unwrap() error { return e.cause }

// Unreachable is the error when the database doesn't answer.
func Unreachable(cause error) *Error {
	return because(CodeUnavailable, "", ReasonDatabase, "the database can't be reached at the moment; try again shortly", cause)
}

func because(code Code, field, reason, message string, cause error) *Error {
	return &Error{Code: code, Field: field, Reason: reason, Message: message, cause: cause}
}

// Unauthenticated is the error for who isn't known.
func Unauthenticated(reason, message string) *Error {
	return &Error{Code: CodeUnauthenticated, Reason: reason, Message: message}
}

// Forbidden is the error for who is known, and may not.
func Forbidden(reason, message string) *Error {
	return &Error{Code: CodeForbidden, Reason: reason, Message: message}
}

// NotFound is the error for what isn't there, or not for who asks.
func NotFound(field, reason, message string) *Error {
	return &Error{Code: CodeNotFound, Field: field, Reason: reason, Message: message}
}

// Conflict is the error for what can't be done as things stand.
func Conflict(field, reason, message string) *Error {
	return &Error{Code: CodeConflict, Field: field, Reason: reason, Message: message}
}

// RateLimited is the error for who tries too often, and may again in so many seconds.
func RateLimited(reason string, wait int, format string, args ...any) *Error {
	return &Error{Code: CodeRateLimited, Reason: reason, Message: fmt.Sprintf(format, args...), RetryAfter: wait}
}

// MostFaults is how many faults of an input are told at once.
const MostFaults = 200

// Faults gathers what is wrong with an input.
type Faults []*Error

func (f *Faults) add(fault *Error) {
	if fault != nil {
		*f = append(*f, fault)
	}
}

// err gives the faults as one error; nil without any.
func (f Faults) err() error {
	if len(f) == 0 {
		return nil
	}
	first := *f[0]
	first.Faults = f[:min(len(f), MostFaults)]
	return &first
}

// BadInput is the error for input that breaks a rule.
func BadInput(field, reason, format string, args ...any) *Error {
	return &Error{Code: CodeBadInput, Field: field, Reason: reason, Message: fmt.Sprintf(format, args...)}
}

// AsError gives the error that a caller may see for whatever went wrong: an *Error as it is, a broken constraint by its
// name, time and connection for what they are, and INTERNAL for all else.
func AsError(ctx context.Context, err error) *Error {
	var known *Error
	var refused *pq.Error
	var network net.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &known):
		return known
	case ctx.Err() != nil: // lib/pq gives 57014 for a cancelled context
		return because(CodeTimeout, "", ReasonTime, "the answer took longer than an operation may; ask for less at once", err)
	case errors.As(err, &refused):
		return fromPostgres(refused)
	case errors.Is(err, driver.ErrBadConn), errors.As(err, &network):
		return Unreachable(err)
	}
	return because(CodeInternal, "", "", "something went wrong on our side; it has been logged", err)
}

func readOnly(cause error) *Error {
	return because(CodeUnavailable, "", ReasonDatabase, "the database takes no changes at the moment; try again shortly", cause)
}

func fromPostgres(err *pq.Error) *Error {
	switch {
	case err.Code == "57014": // statement_timeout
		return because(CodeTimeout, "", "statement_time", "a statement took longer than it may; ask for less at once", err)
	case err.Code == "23505":
		return because(CodeConflict, err.Column, err.Constraint, "this is already there: "+err.Constraint, err)
	case err.Code.Class() == "23":
		return because(CodeBadInput, err.Column, err.Constraint, "this breaks the rule "+err.Constraint, err)
	case err.Code == "22021" || err.Code == "22P05": // NUL or broken UTF-8 in a text
		return because(CodeBadInput, "", "text_encoding", "a text holds a character that can't be stored (NUL, or broken UTF-8)", err)
	case err.Code.Class() == "22": // a value that its column's type can't be: the keys of a cursor are the only such text
		return because(CodeBadInput, "", "value_malformed", "a value, or a cursor's, is not of its column's type", err)
	case err.Code == "55P03": // lock_timeout
		return because(CodeUnavailable, "", "lock_time", "what this needs is being changed at the moment; try again shortly", err)
	case err.Code == "40001" || err.Code == "40P01": // serialization_failure, deadlock_detected
		return because(CodeUnavailable, "", "collision", "somebody else changed the same at the same moment, and nothing was done; try again", err)
	case err.Code == "25006": // read_only_sql_transaction: a standby, or an operator's doing
		return readOnly(err)
	case err.Code.Class() == "08" || err.Code.Class() == "53" || err.Code.Class() == "57":
		return because(CodeUnavailable, "", ReasonDatabase, "the database can't answer at the moment; try again shortly", err)
	}
	return because(CodeInternal, "", "", "something went wrong on our side; it has been logged", err)
}
