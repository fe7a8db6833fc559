"""Programs by the first word of their command line, and what may follow some of them."""

from __future__ import annotations

from typing import Final

from exporter.words import words_of

PROGRAMS: Final = words_of(
    """
    a2dissite a2enmod a2ensite ack add-apt-repository ag airflow alembic alternatives amazon-linux-extras ansible
    ansible-galaxy ansible-playbook ansible-vault apachectl apk apropos apt apt-add-repository apt-cache apt-get apt-key
    apt-mark aptitude argocd aria2c arp arping asdf auditctl ausearch awk aws az azcopy base64 bash bat bazel bcdedit
    beeline bg black blkid brctl brew bun bundle bunzip2 byobu bzip2 cal calicoctl cargo cat cd cdk celery certbot chage
    chcon chgrp chkconfig chkdsk chmod choco chocolatey chown chronyc chroot chsh cilium clang cmake cmp code colima
    column comm composer conda consul coredumpctl corepack cosign cowsay cp cqlsh createdb createuser crictl crontab csh
    csplit ctags ctr curl cypress dd declare defaults deno depmod df dig dir direnv dirname dirs diskpart dism dive
    django-admin dmesg dmidecode dnf do-release-upgrade docker docker-compose docker-machine doctl doskey dotnet dpkg
    dpkg-reconfigure dracut dropdb dropuser dstat du e2fsck easy_install eb ebtables echo ed edit egrep eksctl emacs env
    eslint etcdctl ethtool eval exa exec expand expo export exportfs eza fail2ban-client fastlane fdisk ffmpeg ffprobe
    fg fgrep filebeat firebase firewall-cmd flake8 flask flutter flux flyctl fmt fnm free fsck ftp fzf g++ gatsby gcc
    gcloud gdb gem get-childitem getenforce getent getmac getsebool gh git gitk glab go gofmt gpasswd gpg gpupdate
    gradle grep groupadd groupdel groupmod groups growpart grpc grub2-mkconfig grubby gsutil gunicorn gunzip gzip
    hadolint hadoop hatch hbase hdfs helm helmfile heroku hexdump hexo hg hive hostname hostnamectl htop httpd httpie
    hub hugo hwclock icacls id ifconfig ifdown iftop ifup import-module influx init initdb insmod iostat iotop ip
    ipconfig ipcs iptables ipython isort istioctl iwconfig java javac javadoc javap jcmd jekyll jenv jest jmap jobs
    journalctl jps jq jshell jstack jstat jupyter jupyter-lab k k0s k3d k3s k9s kadmin kafka-topics kafkacat kcat
    keytool kill killall kind kinit kotlinc kubeadm kubectl kubectx kubens kubeseal kustomize last latexmk
    launchctl lazygit ldapadd ldapsearch ldconfig ldd lerna less limactl linkerd ln localectl locate loginctl logname
    logout logrotate logstash ls lsattr lsb-release lsb_release lsblk lscpu lsd lsmod lsnrctl lsof lspci lsusb ltrace
    lvcreate lvdisplay lvextend lvm lvremove lvs lxc make mamba man mariadb mariadb-dump mc md5sum mdadm meson minikube
    minio mkdir mkfs mkfs.ext4 mknod mkswap mktemp mkvirtualenv modinfo modprobe mongo mongod mongodump mongoexport
    mongoimport mongorestore mongosh mongostat mosh mount mpstat msbuild mtr multipass mv mvn mypy mysql mysql.server
    mysql_secure_installation mysql_upgrade mysqladmin mysqlbinlog mysqld mysqld_safe mysqldump mysqlimport mysqlshow
    nano nbtstat nc ncat ncdu ncu neofetch nerdctl net netcat nethogs netlify netplan netsh netstat newgrp nft ng nginx
    nice ninja nl nmap nmcli node nodemon nodetool nohup npm nproc npx nsenter nslookup ntpdate ntpq nuget numfmt nvcc
    nvidia-smi nvim nvm nx objdump oc od openssl ovs-vsctl packer pacman pandoc parted partprobe passwd paste pathping
    pbcopy pbpaste pdflatex pdm perf perl pg_basebackup pg_ctl pg_dump pg_isready pg_restore pgbench pgrep php pidof
    pidstat ping ping6 pip pip3 pipenv pipx pkg pkill playwright pm2 pnpm pod podman podman-compose poetry popd poweroff
    powershell pr prettier printenv printf protoc ps psql pstree pushd pvcreate pvdisplay pvs pwd pyenv pylint pyspark
    pytest python python2 python3 qemu-system-x86_64 quota rails rake rbenv rcp read readelf readlink reboot
    redis-benchmark redis-cli redis-server regedit reindexdb rename repoquery reset resize2fs resolvectl restic
    restorecon rev rg rke rm rmdir rmmod robocopy route rpcinfo rpm rsync ruby ruff run rustc rustup sam sar sbt scala
    scalac schtasks scoop scp screen scutil sdk sdkmanager sed select-string semanage seq serverless service sestatus
    set-alias set-executionpolicy set-location setenforce setfacl setsebool setx sftp sgdisk sh sha256sum showmount shuf
    shutdown skaffold skopeo smbclient snap socat source spark-shell spark-submit sqlcmd sqlite3 sqlplus sqoop ss ssh
    ssh-add ssh-agent ssh-copy-id ssh-keygen ssh-keyscan sshfs sshpass stat strace streamlit stty su subl
    subscription-manager sudo svn swapoff swapon sync sysctl systemctl systemd-analyze systemd-resolve systeminfo tac
    tail takeown tar taskkill tasklist taskset tc tcpdump tee telnet tensorboard terraform terragrunt tig timedatectl
    tkn tldr tmutil tmux tmuxinator tnsping top touch tox tr traceroute tracert tree trivy truncate ts-node tsc tshark
    tsx tty tune2fs ubuntu-drivers ufw ulimit umask umount unalias uname unexpand uniq unlink unrar unset unshare unxz
    unzip update-alternatives update-grub update-initramfs update-rc.d uptime useradd userdel usermod uv uvicorn
    vacuumdb vagrant valgrind vault velero vercel vgcreate vgdisplay vgextend vgs vi vim vimdiff virsh virtualenv visudo
    vite vitest vmstat vue wait wc webpack wget whatis where-object whereis which whoami whois winget wmic wsl wsl.exe
    xargs xclip xcode-select xcodebuild xcopy xdg-open xelatex xfs_growfs xrandr xsel xxd xz yarn youtube-dl yq yt-dlp
    yum yumdownloader zcat zellij zip zoxide zsh zypper
    aircrack-ng apt-file arp-scan attrib axel bindkey blkdiscard bmon bower btrfs buildctl bump2version bunx bzcat
    certutil cfdisk chattr chpasswd chrt cipher cksum create-react-app cryptsetup ctop dconf dcp degit devspace
    disown django-admin.py docker-slim dos2unix dpkg-deb dpkg-query emerge eopkg esbuild faillog fallocate ffuf
    flatpak flit fsutil fuser gdisk getfacl getfattr getopts gobuster gpresult gradlew grub-install grunt gsettings
    gulp gzcat halt hashcat hdparm helmsman hping3 htpasswd iconv ionice ipcmk ipcrm ipdb iperf iperf3 iscsiadm
    jconsole jdeps jinfo jlink jpackage kaniko kubent kubescape lastb lastlog lazydocker lftp ll logger losetup lsns
    lz4 makepkg mkfs.fat mkfs.vfat mkfs.xfs mkpasswd msfconsole msfvenom multipath mvnw mysqlcheck mysqlslap nikto
    nload notify-send npm-check-updates paru pdb pg_config pg_dumpall pigz pivot_root pmap pnpx pre-commit
    pyinstaller rar rclone regctl renice rlogin rollup rpmbuild rsh runlevel rustfmt setfattr sfc sfdisk shopt siege
    sleep smartctl snapcraft sqlmap swupd telinit tput tsup twine unar unix2dos uuidgen vnstat wevtutil wfuzz wipefs
    wmctrl wrk xfs_repair xinput xset xzcat yay zfs zgrep zless zmore zpool zstd
    """
)
# Those that are also plain words of a language.
WORDLIKE: Final = words_of(
    """
    alias at bind black break case clear code column comm command consul continue cut date diff dir dive eb ed edit exit
    expo file find finger flask flux fold for free function go hatch head help history host hub id if import info init
    install jest jobs join k kill kind last less link locate look make man more mount nice node paste patch perf ping
    pod read rename reset return rev route run sam screen search select service set shift show sort source split stat su
    sync tail tc tee test time top touch tree type up use users vue wait watch which while who write
    """
)
# Programs that take a subcommand.
WITH_SUBCOMMANDS: Final = words_of(
    """
    ansible-galaxy apt apt-get aptitude argocd aws az brew buildah bundle cargo choco composer conda consul crictl dnf
    docker docker-compose docker-machine dotnet eksctl etcdctl firewall-cmd flutter flux gcloud gem gh git go hadoop
    hdfs helm heroku hexo hugo ip istioctl jekyll jenv jupyter k kops kubeadm kubectl kustomize lxc minikube mysqladmin
    nerdctl net netsh nmcli nomad npm nvm oc openssl pip pip3 pipenv pm2 pnpm podman poetry pyenv rails rbenv rclone
    restic rustup scoop sdk service skopeo snap svn systemctl terraform tmux ufw vagrant vault virsh winget yarn yum zfs
    """
)
# Words between program and subcommand: `docker image ls`.
SUBCOMMAND_GROUPS: Final = words_of(
    """
    addr auth bisect builder buildx certificate compose compute config configure container context create dfs ec2 eks
    flow fs iam image lfs link manifest network node notes plugin remote repo rollout route s3 secret service set stack
    stash state submodule swarm system top trust volume workspace worktree
    """
)
# What follows these programs, where notes in running text speak of them: a word that is not here is no subcommand.
SUBCOMMANDS: Final = {
    "docker": words_of(
        """
        attach build builder buildx commit compose config container context cp create diff events exec export history
        image images import info inspect kill load login logout logs manifest network node pause plugin port ps pull
        push rename restart rm rmi run save search secret service stack start stats stop swarm system tag top trust
        unpause update version volume wait
        """
    ),
    "git": words_of(
        """
        add am apply archive bisect blame branch bundle cat-file checkout cherry-pick clean clone commit config describe
        diff difftool fetch filter-branch flow format-patch fsck gc grep gui help init lfs log ls-files ls-remote
        ls-tree merge mergetool mv notes pull push range-diff rebase reflog remote reset restore rev-list rev-parse
        revert rm shortlog show show-ref sparse-checkout stash status submodule switch tag update-index worktree
        """
    ),
    "kubectl": words_of(
        """
        annotate api-resources api-versions apply attach autoscale certificate cluster-info completion config cordon cp
        create debug delete describe diff drain edit exec explain expose get kustomize label logs patch port-forward
        proxy replace rollout run scale set taint top uncordon version wait
        """
    ),
}
