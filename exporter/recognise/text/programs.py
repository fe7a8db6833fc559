"""Programs by the first word of their command line, and what may follow some of them."""

from __future__ import annotations

from typing import Final

from exporter.words import words_of

PROGRAMS: Final = words_of(
    """
    a2disconf a2dismod a2dissite a2enconf a2enmod a2ensite aapt ab ack acme.sh acpi adb add-apt-repository addgroup
    addr2line adduser adrci ag aircrack-ng airflow alembic alsamixer alternatives amazon-linux-extras amixer amplify
    ansible ansible-galaxy ansible-playbook ansible-vault apache2ctl apachectl apk apksigner apropos apt
    apt-add-repository apt-cache apt-config apt-file apt-get apt-key apt-mark aptitude argocd aria2c arp arp-scan
    arping arptables asdf atop atq atrm attrib auditctl ausearch autoconf automount avdmanager awk aws aws-vault
    awslocal axel az azcopy badblocks base64 basename bash bat bazel bc bcdedit beeline bg bindkey black blkdiscard
    blkid bluetoothctl bmon bootctl bower brctl brew btop btrfs buildah buildctl bump2version bun bundle bundler
    bunx bunzip2 bwm-ng byobu bzcat bzip2 c++filt cabal cal calicoctl cargo cat ccache cd cdk celery certbot
    certbot-auto certutil cfdisk chage chattr chcon chfn chgrp chkconfig chkdsk chmod choco chocolatey chown
    chpasswd chronyc chroot chrt chsh cilium cipher cksum clang clang-format clickhouse-client clj cls clusterdb
    cmake cmp code colima column comm composer conan conda connect-distributed connect-distributed.sh
    connect-standalone connect-standalone.sh conntrack consul coredumpctl corepack cosign cowsay cp cpan cpio
    cppcheck cqlsh create-react-app createdb createlang createuser crictl crontab crsctl cryptsetup csh csplit ctags
    ctest ctop ctr curl curlie cypress dbca dconf dcp dd deactivate debugfs declare defaults degit delgroup deluser
    deno depmod devspace df dhclient diff3 dig dir direnv dirname dirs diskpart diskutil dism disown dive
    django-admin django-admin.py dmesg dmidecode dnf dnsenum dnsrecon do-release-upgrade docker docker-compose
    docker-machine docker-slim doctl dos2unix dosfsck doskey dotnet dpkg dpkg-deb dpkg-query dpkg-reconfigure dracut
    drill dropdb dropuser dstat du dumpe2fs e2fsck easy_install eb ebtables echo ed edit edquota egrep eksctl
    elasticsearch elasticsearch-plugin elasticsearch-reset-password elasticsearch-setup-passwords elixir emacs emctl
    emerge enum4linux env eopkg erl esbuild eslint etcdctl ethtool eval exa exec exiftool expand expdp expo export
    exportfs expr eza fail2ban-client faillog fallocate fastboot fastlane fd fdisk ffmpeg ffplay ffprobe ffuf fg
    fgrep filebeat findstr firebase firewall-cmd flake8 flask flatpak flit flutter flux flyctl fmt fnm fping free
    fsck fsutil ftp fuser fzf g++ gatsby gawk gcc gcloud gdb gdisk gedit gem get-childitem getenforce getent getfacl
    getfattr getmac getopts getsebool gh ghc ghci git git-lfs gitk gitlab-ctl gitlab-rake gitlab-runner glab go
    gobuster goenv gofmt gpasswd gpg gpresult gpupdate gradle gradlew grafana-cli grep groupadd groupdel groupmems
    groupmod groups growpart grpc grpcurl grub-install grub2-mkconfig grubby grunt gsettings gsutil gulp gunicorn
    gunzip gzcat gzip hadolint hadoop halt haproxy hashcat hatch hbase hdfs hdiutil hdparm helm helmfile helmsman
    heroku hexdump hexo hg hive host hostname hostnamectl hping3 hprof htdigest htop htpasswd http-server httpd
    httpie httping httpstat hub hugo hwclock hwinfo hydra icacls iconv id iex ifconfig ifdown iftop ifup impdp
    import-module influx influxd init initdb innobackupex insmod ionice iostat iotop ip ip6tables ipcmk ipconfig
    ipcrm ipcs ipdb iperf iperf3 ipsec ipset iptables iptables-restore iptables-save iptraf iptraf-ng ipvsadm
    ipython irb iscsiadm isort istioctl iw iwconfig iwlist jar java javac javadoc javap jcmd jconsole jdeps jekyll
    jenv jest jhat jinfo jlink jmap jobs john journalctl jpackage jps jq jshell jstack jstat julia jupyter
    jupyter-lab k k0s k3d k3s k6 k9s kadmin kafka-acls kafka-acls.sh kafka-configs kafka-configs.sh
    kafka-console-consumer kafka-console-consumer.sh kafka-console-producer kafka-console-producer.sh
    kafka-consumer-groups kafka-consumer-groups.sh kafka-delete-records kafka-delete-records.sh kafka-dump-log
    kafka-dump-log.sh kafka-leader-election kafka-leader-election.sh kafka-producer-perf-test
    kafka-producer-perf-test.sh kafka-reassign-partitions kafka-reassign-partitions.sh kafka-run-class
    kafka-run-class.sh kafka-server-start kafka-server-start.sh kafka-server-stop kafka-server-stop.sh kafka-storage
    kafka-storage.sh kafka-topics kafka-topics.sh kafka-verifiable-producer kafka-verifiable-producer.sh kafkacat
    kaniko kcat keepalived keytool kibana kill killall kind kinit kotlinc ksh kubeadm kubectl kubectx kubelet kubens
    kubent kubescape kubeseal kustomize last lastb lastlog latexmk launchctl lazydocker lazygit lazynpm ldapadd
    ldapsearch ldconfig ldd lein lerna less lessc lftp limactl linkerd links2 litecli ll ln localectl locate locust
    logger loginctl logname logout logrotate logsave logstash losetup ls lsattr lsb-release lsb_release lsblk lscpu
    lsd lshw lsipc lslogins lsmem lsmod lsnrctl lsns lsof lspci lsusb ltrace lua lvcreate lvdisplay lvextend lvm
    lvreduce lvremove lvrename lvs lxc lynx lz4 magick mailx make makepkg mamba man mariabackup mariadb mariadb-dump
    masscan maturin mc md5sum mdadm memcached mesg meson micromamba minikube minio mitmproxy mkcert mkdir mkdocs
    mkfs mkfs.btrfs mkfs.ext3 mkfs.ext4 mkfs.fat mkfs.vfat mkfs.xfs mknod mkpasswd mkswap mktemp mkvirtualenv mlflow
    mlocate modinfo modprobe mogrify mongo mongod mongodump mongoexport mongofiles mongoimport mongorestore mongos
    mongosh mongostat mongotop mosh mount mpstat msbuild msfconsole msfvenom mtr multipass multipath mutt mv mvn
    mvnw mycli mypy mysql mysql.server mysql_secure_installation mysql_upgrade mysqladmin mysqlbinlog mysqlcheck
    mysqld mysqld_safe mysqldump mysqlimport mysqlpump mysqlshow mysqlslap named-checkconf named-checkzone nano
    native-image nbconvert nbtscan nbtstat nc nc.traditional ncat ncc ncdu ncftp ncu neofetch nerdctl net netca
    netcat nethogs netlify netplan netsh netstat newgrp newman nft ng nginx ngrep nice nikto ninja nl nload nmap
    nmblookup nmcli nmtui node nodejs nodemon nodenv nodetool nohup nomad notify-send nox npm npm-check-updates
    nproc npx nsenter nslookup ntfsfix ntpdate ntpq nuget numfmt nvcc nvidia-smi nvim nvm nx objdump oc octave
    octopress od omz opatch openapi-generator openssl openvpn orapwd ovs-vsctl packer pacman pandoc parted partprobe
    paru passwd paste pathping pbcopy pbpaste pdb pdflatex pdm pelican perf perl pg_basebackup pg_config
    pg_createcluster pg_ctl pg_ctlcluster pg_dump pg_dumpall pg_isready pg_lsclusters pg_resetwal pg_restore
    pg_upgrade pgbench pgcli pgloader pgrep php pico pidof pidstat pigz ping ping6 pip pip3 pipenv pipx pivot_root
    pixi pkg pkg-config pkgx pkill playwright plenv pm2 pmap pnpm pnpx pod podman podman-compose poetry popd postcss
    poweroff powershell pr pre-commit prettier printenv printf promtool protoc ps psql pstree pulsar-admin pulumi
    pushd pvcreate pvdisplay pvremove pvs pwd pwsh pyenv pyinstaller pylint pyspark pytest python python2 python3
    qemu-system-x86_64 qmake qstat qsub quota quotacheck quotaoff quotaon rabbitmq-plugins rabbitmqadmin rabbitmqctl
    rails rake rar rbenv rclone rcp react-scripts read readelf readlink realpath rebar3 reboot redis-benchmark
    redis-check-aof redis-check-rdb redis-cli redis-sentinel redis-server regctl regedit reindexdb rename renice
    repoquery repquota reset resize2fs resolvectl restic restorecon rev rg rke rlogin rm rman rmdir rmic rmmod
    rmvirtualenv rndc robocopy rollup route rpcbind rpcclient rpcinfo rpm rpmbuild Rscript rscript rsh rspec rsync
    rtcwake ruby ruff run runlevel rustc rustfmt rustup rvm rye sam sar sbatch sbt scala scalac scancel schtasks
    scons scoop scp screen screenfetch scutil sdiff sdk sdkman sdkmanager sed select-string semanage seq serverless
    service sestatus set-alias set-executionpolicy set-location setenforce setfacl setfattr setsebool setterm setx
    sfc sfdisk sftp sgdisk sh sha1sum sha224sum sha256sum sha384sum sha512sum shopt showmount shuf shutdown siege
    sinfo skaffold skopeo sleep smartctl smbclient smbpasswd snap snapcraft socat softwareupdate source sox
    spark-shell spark-submit speedtest speedtest-cli sphinx-build sqlcmd sqlite3 sqlldr sqlmap sqlplus sqoop squeue
    srun srvctl ss ssh ssh-add ssh-agent ssh-copy-id ssh-keygen ssh-keyscan ssh-keysign sshd sshfs sshpass
    ssllabs-scan stat stern strace streamlit stty su subl subscription-manager sudo svn svnadmin swagger swaks
    swapoff swapon swupd sync sysctl systemctl systemd-analyze systemd-resolve systeminfo tac tail tailwindcss
    takeown tar taskkill tasklist taskset tc tcpdump tcpflow tcsh tee telinit telnet tensorboard terraform
    terragrunt testparm theharvester tig timedatectl tkn tldr tmutil tmux tmuxinator tnsping top touch tox tput tr
    tracepath traceroute tracert traefik tree trivy truncate ts-node tsc tshark tsup tsx tty tune2fs twine
    ubuntu-drivers ufw ulimit umask umount umount.nfs unalias uname unar unexpand uniq unix2dos unlink unrar unset
    unshare unxz unzip update-alternatives update-grub update-initramfs update-rc.d updatedb uptime usbreset useradd
    userdel usermod uuidgen uv uvicorn vacuumdb vagrant valgrind vault vcpkg velero vercel vgcreate vgdisplay
    vgextend vgreduce vgremove vgs vi vim vimdiff virsh virtualenv visudo vite vitest vmstat vnstat volta vue wait
    wasm-pack wc webpack wevtutil wfuzz wg wg-quick wget whatis where-object whereis which whiptail whoami whois
    winget wipefs wmctrl wmic workon wrk wsimport wsl wsl.exe xargs xclip xcode-select xcodebuild xcopy xcrun
    xdg-open xelatex xfs_growfs xfs_repair xh xinput xmllint xrandr xsel xset xtrabackup xvfb-run xxd xz xzcat yarn
    yay youtube-dl yq yt-dlp yum yumdownloader zcat zellij zfs zgrep zip zipalign zkcli.sh zless zmore
    zookeeper-server-start zookeeper-server-start.sh zookeeper-server-stop zookeeper-server-stop.sh zookeeper-shell
    zookeeper-shell.sh zoxide zpool zsh zstd zypper
    """
)
# Those that are also plain words of a language.
WORDLIKE: Final = words_of(
    """
    alias at batch bind black break case clear code column comm command consul continue convert copy cut date del diff
    dir dive eb ed edit exit expo file find finger flask flux fold for free function go hatch head help history host hub
    id identify if import info init install jest jobs join k kill kind last less link locate login look mail make man
    module more mount move nice node open parallel paste patch perf ping pod read ren rename reset return rev route run
    sam say screen script search select sensors service set shift show sort source split stat strings su sync tail talk
    tc tee test time timeout top touch trap tree type up use users view vue w wait wall watch where which while who
    write yes
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
