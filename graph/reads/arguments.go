package reads

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/99designs/gqlgen/graphql"
)

// decode makes of an argument's value, as gqlparser gives it, what a resolver takes. An error means that gqlgen is to say
// what is wrong.
func decode(into reflect.Value, value any) error {
	if value == nil {
		return nil
	}
	if own, ok := into.Addr().Interface().(graphql.Unmarshaler); ok {
		return own.UnmarshalGQL(value)
	}
	switch into.Kind() {
	case reflect.Pointer:
		into.Set(reflect.New(into.Type().Elem()))
		return decode(into.Elem(), value)
	case reflect.String:
		text, ok := value.(string)
		into.SetString(text)
		return declineUnless(ok)
	case reflect.Bool:
		is, ok := value.(bool)
		into.SetBool(is)
		return declineUnless(ok)
	case reflect.Int:
		n, err := graphql.UnmarshalInt(value)
		into.SetInt(int64(n))
		return err
	case reflect.Slice:
		return decodeList(into, graphql.CoerceList(value))
	case reflect.Struct:
		fields, ok := value.(map[string]any)
		if !ok {
			return errDeclined
		}
		return decodeInput(into, fields)
	}
	return fmt.Errorf("an argument of type %s: %w", into.Type(), errDeclined)
}

func declineUnless(ok bool) error {
	if !ok {
		return errDeclined
	}
	return nil
}

func decodeList(into reflect.Value, values []any) error {
	into.Set(reflect.MakeSlice(into.Type(), len(values), len(values)))
	for i, value := range values {
		if value == nil {
			return errDeclined // no list here has nulls
		}
		if err := decode(into.Index(i), value); err != nil {
			return err
		}
	}
	return nil
}

func decodeInput(into reflect.Value, fields map[string]any) error {
	for name, value := range fields {
		field := into.FieldByNameFunc(func(own string) bool { return strings.EqualFold(own, name) })
		if !field.IsValid() {
			return errDeclined
		}
		if err := decode(field, value); err != nil {
			return err
		}
	}
	return nil
}
