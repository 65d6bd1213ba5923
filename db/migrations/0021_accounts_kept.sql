-- +goose Up

-- A letter tells somebody of a role of their own, and of nobody else's.
alter table account_roles add constraint account_roles_same_account unique (id, account_id);
alter table letters
  drop constraint letters_role_id_fkey,
  add constraint letters_own_role foreign key (role_id, account_id) references account_roles (id, account_id);
