package embedded

import (
	"fmt"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
)

// identity is the user postgres runs as. PostgreSQL refuses root, so a program
// that is root has to lend it another.
type identity struct {
	name string
	attr syscall.SysProcAttr
	// chown says that files made for postgres must be given to uid and gid.
	chown    bool
	uid, gid int
}

// chooseIdentity finds a user under whom the programs in folder run and reach
// dataDir; cluster is what is known of an existing cluster's directory, or nil.
func chooseIdentity(folder, dataDir string, cluster fs.FileInfo) (identity, error) {
	if os.Geteuid() != 0 {
		if cluster != nil && ownerOf(cluster) != os.Geteuid() {
			return identity{}, fmt.Errorf("the data directory %s belongs to another user (%d): run the program as that user, or choose another data directory", filepath.Join(dataDir, "postgres"), ownerOf(cluster))
		}
		return identity{name: "this user"}, nil
	}
	if cluster != nil && ownerOf(cluster) != 0 {
		who := dropped(strconv.Itoa(ownerOf(cluster)), ownerOf(cluster), groupOf(cluster))
		if err := who.try(folder, dataDir); err != nil {
			return identity{}, fmt.Errorf("the data directory %s belongs to user %s, who can't reach it or the programs in %s (%w): open the folders above them to that user, or run the program as that user", filepath.Join(dataDir, "postgres"), who.name, folder, err)
		}
		return who, nil
	}
	who, refusal := namespaced()
	if refusal == nil {
		if refusal = who.try(folder, dataDir); refusal == nil {
			return who, nil
		}
	}
	for _, name := range []string{"postgres", "nobody"} {
		if who, err := lookUp(name); err == nil && who.try(folder, dataDir) == nil {
			return who, nil
		}
	}
	return identity{}, fmt.Errorf("PostgreSQL does not run as root, a user namespace is refused (%w), and neither user postgres nor nobody can reach both %s and the programs in %s: run the program as an ordinary user, choose a data directory that others may pass through (chmod o+x on each folder of its path), or give a DATABASE_URL", refusal, dataDir, folder)
}

func lookUp(name string) (identity, error) {
	u, err := user.Lookup(name)
	if err != nil {
		return identity{}, err
	}
	uid, err := strconv.Atoi(u.Uid)
	if err != nil {
		return identity{}, err
	}
	gid, err := strconv.Atoi(u.Gid)
	return dropped(name, uid, gid), err
}

func dropped(name string, uid, gid int) identity {
	return identity{
		name: name, chown: true, uid: uid, gid: gid,
		attr: syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}},
	}
}

// try runs the harmless `postgres --version` the way postgres will be run: only
// the kernel knows what it allows.
func (who identity) try(folder, dataDir string) error {
	cmd := who.command(filepath.Join(folder, "postgres"), "--version")
	cmd.Dir = dataDir
	return cmd.Run()
}

// own gives a file or directory to the user, where that is not the program's own.
func (who identity) own(path string) error {
	if !who.chown {
		return nil
	}
	return os.Lchown(path, who.uid, who.gid)
}

// ownAll gives a whole cluster to the user, its directory last: that one's owner
// tells the next start that all of it has been given away.
func (who identity) ownAll(dir string) error {
	err := filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if err == nil && path != dir {
			err = who.own(path)
		}
		return err
	})
	if err == nil {
		err = who.own(dir)
	}
	if err != nil {
		return fmt.Errorf("the data directory can't be given to user %s: %w", who.name, err)
	}
	return nil
}
