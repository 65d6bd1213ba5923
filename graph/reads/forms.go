package reads

import (
	"database/sql"
	"database/sql/driver"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"time"

	"mithaq/db"
)

// form writes a cell that isn't null.
type form func(b []byte, cell driver.Value) []byte

// formOf gives the form of a Go type's values; nil for a type that has none.
func formOf(typ reflect.Type) form {
	for typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	switch typ {
	case reflect.TypeFor[db.Date]():
		return appendDate
	case reflect.TypeFor[db.Instant]():
		return appendInstant
	case reflect.TypeFor[db.ID]():
		return appendID
	}
	switch typ.Kind() {
	case reflect.String, reflect.Int, reflect.Int64, reflect.Bool:
		return appendCell
	case reflect.Float64:
		return appendNumber
	}
	return nil
}

// appendCell writes a cell by the kind that the driver gave it.
func appendCell(b []byte, cell driver.Value) []byte {
	switch v := cell.(type) {
	case string:
		return appendString(b, v)
	case int64:
		return strconv.AppendInt(b, v, 10)
	case bool:
		return strconv.AppendBool(b, v)
	}
	return append(b, "null"...)
}

func appendDate(b []byte, cell driver.Value) []byte {
	if t, ok := cell.(time.Time); ok {
		return append(t.AppendFormat(append(b, '"'), time.DateOnly), '"')
	}
	return appendCell(b, cell)
}

func appendInstant(b []byte, cell driver.Value) []byte {
	if t, ok := cell.(time.Time); ok {
		return append(t.UTC().AppendFormat(append(b, '"'), db.InstantForm), '"')
	}
	return appendCell(b, cell)
}

func appendID(b []byte, cell driver.Value) []byte {
	id, _ := cell.(string)
	return append(append(append(b, '"'), id...), '"')
}

// appendNumber writes a number as gqlgen does. PostgreSQL's numeric comes as text.
func appendNumber(b []byte, cell driver.Value) []byte {
	f, ok := cell.(float64)
	if text, isText := cell.(string); isText {
		f, _ = strconv.ParseFloat(text, 64)
	} else if !ok {
		return appendCell(b, cell)
	}
	if math.IsInf(f, 0) || math.IsNaN(f) {
		return append(b, "null"...)
	}
	return strconv.AppendFloat(b, f, 'g', -1, 64)
}

const hex = "0123456789ABCDEF"

// appendString writes a text as gqlgen does: it escapes what JSON must, and nothing else.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	start := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 0x20 && c != '\\' && c != '"' {
			continue
		}
		b = append(b, s[start:i]...)
		start = i + 1
		switch c {
		case '\t':
			b = append(b, `\t`...)
		case '\r':
			b = append(b, `\r`...)
		case '\n':
			b = append(b, `\n`...)
		case '\\':
			b = append(b, `\\`...)
		case '"':
			b = append(b, `\"`...)
		default:
			b = append(b, `\u00`...)
			b = append(b, hex[c>>4], hex[c&0xf])
		}
	}
	return append(append(b, s[start:]...), '"')
}

// set puts a cell into a field of a row.
func set(into reflect.Value, cell driver.Value) error {
	if cell == nil {
		return nil
	}
	if scanner, ok := into.Addr().Interface().(sql.Scanner); ok {
		return scanner.Scan(cell)
	}
	if into.Kind() == reflect.Pointer {
		into.Set(reflect.New(into.Type().Elem()))
		return set(into.Elem(), cell)
	}
	switch v := cell.(type) {
	case string:
		if into.Kind() == reflect.Float64 { // a numeric
			f, err := strconv.ParseFloat(v, 64)
			into.SetFloat(f)
			return err
		}
		into.SetString(v)
	case int64:
		into.SetInt(v)
	case bool:
		into.SetBool(v)
	case float64:
		into.SetFloat(v)
	default:
		return fmt.Errorf("a %T in a %s", cell, into.Type())
	}
	return nil
}

// appendValue writes a Go value in its shape.
func appendValue(b []byte, s *shape, v reflect.Value) []byte {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return append(b, "null"...)
		}
		return appendValue(b, s, v.Elem())
	case reflect.Slice:
		b = append(b, '[')
		for i := range v.Len() {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendValue(b, s, v.Index(i))
		}
		return append(b, ']')
	}
	if s.form != nil {
		return s.form(b, cellOf(v))
	}
	b = append(b, '{')
	for i, field := range s.fields {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(append(b, field.key...), field.fixed...)
		if field.shape != nil {
			b = appendValue(b, field.shape, v.FieldByIndex(field.index))
		}
	}
	return append(b, '}')
}

// cellOf gives a Go value as the driver would.
func cellOf(v reflect.Value) driver.Value {
	if id, ok := v.Interface().(db.ID); ok {
		return id.String()
	}
	switch v.Kind() {
	case reflect.String:
		return v.String()
	case reflect.Int, reflect.Int64:
		return v.Int()
	case reflect.Bool:
		return v.Bool()
	case reflect.Float64:
		return v.Float()
	}
	return nil
}
