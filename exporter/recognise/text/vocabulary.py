"""The words that readers know, as data: by group, and inside a group by language.

Goes in: `[read]` of kramdeck.toml (`words` and `classes` add to the groups, by the names below). Comes out:
`Vocabulary`, where all languages of a group stand together: notes mix them.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any, Final

from exporter.settings import ReadSettings
from exporter.words import words_of

WORDS: Final[dict[str, dict[str, str]]] = {
    # names the kind of thing that stands before it
    "option_words": {
        "ko": "옵션 플래그 파라미터 파라메터 매개변수 인자 인수",
        "en": "option options flag flags parameter parameters argument arguments switch switches",
        "zh": "选项 选項 參數 参数 标志",
        "ja": "オプション フラグ パラメータ パラメーター 引数",
    },
    "command_words": {
        "ko": "명령어 명령 커맨드 쿼리 쿼리문 명령문 단축키 인스트럭션 스크립트 키",
        "en": "command commands query statement instruction shortcut key keys",
        "zh": "命令 指令 语句 快捷键",
        "ja": "コマンド クエリ 命令 キー",
    },
    # titles a column of keys
    "key_words": {
        "ko": "키 단축키 키보드",
        "en": "key keys shortcut shortcuts hotkey hotkeys keybinding keystroke",
        "zh": "快捷键 按键 键 键位 快捷鍵",
        "ja": "キー ショートカット",
    },
    "example_words": {
        "ko": "예 예시 예제 사용예 사용예시 사용예제 예문 예) 실습 활용예시",
        "en": "example examples ex ex) e.g e.g. eg sample usage-example demo",
        "zh": "例 例子 示例 举例 例如 比如",
        "ja": "例 使用例 実行例 サンプル",
    },
    "synopsis_words": {
        "ko": "사용법 사용방법 기본사용법 형식 문법 구문 방법 기본문법 기본형식 명령형식",
        "en": "usage syntax synopsis format",
        "zh": "用法 语法 格式 使用方法",
        "ja": "構文 書式 使い方 使用法 形式",
    },
    "output_words": {
        "ko": "결과 출력 출력결과 실행결과 결과값 결과화면 로그 응답",
        "en": "output result results log response prints",
        "zh": "结果 输出 输出结果 执行结果 运行结果",
        "ja": "結果 出力 実行結果 出力結果",
    },
    # between two commands of which one is enough
    "or_words": {
        "ko": "또는 혹은",
        "en": "or alternatively",
        "zh": "或 或者",
        "ja": "または もしくは あるいは",
    },
    # between two commands that follow each other
    "then_words": {
        "ko": "또 그리고 다음 이후 이어서",
        "en": "and then next",
        "zh": "然后 以及",
        "ja": "次に",
    },
    # titles what a command or an option is for
    "purpose_words": {
        "ko": "용도 목적 역할 기능 설명 의미 뜻 내용 정의 동작",
        "en": "purpose description function what-it-does meaning use what-is-it-for definition action",
        "zh": "作用 用途 功能 说明 描述 含义 定义",
        "ja": "用途 目的 役割 機能 説明 意味 内容 定義 動作",
    },
    "reference_words": {
        "ko": "참고 참조 출처 참고자료 참고문헌 참고링크 레퍼런스 참고사이트",
        "en": "reference references ref refs source sources links bibliography resources see-also further-reading",
        "zh": "参考 参考资料 参考链接 参考文献 引用 來源",
        "ja": "参考 参考文献 参考資料 参考リンク 出典 参照",
    },
    "notice_words": {
        "ko": "주의 참고 팁 중요 경고 주의사항 알림 노트 꿀팁 유의",
        "en": "note tip warning caution important info notice danger hint attention",
        "zh": "注意 提示 警告 重要 说明",
        "ja": "注意 ヒント 警告 重要 補足 メモ",
    },
    # a key on the keyboard
    "keys": {
        "ko": "엔터 엔터키 스페이스바 스페이스 방향키 화살표 화살표키 탭",
        "en": "ctrl control alt shift cmd command esc escape tab enter return space spacebar backspace delete home end "
        "pageup pagedown pgup pgdn up down left right win windows meta option super prefix leader insert",
        "zh": "回车 空格",
        "ja": "エンター スペース",
    },
}

CLASSES: Final[dict[str, str]] = {
    "synopsis_classes": "notice--info synopsis usage syntax",
    "admonition_classes": "notice notice--primary notice--success notice--warning notice--danger notice--info "
    "note tip info warning caution danger important alert callout admonition hint",
    "command_classes": "command",
    "definition_classes": "definition",
    "example_classes": "example",
    "option_classes": "option",
    "no_card_classes": "no-card",
}


# Programs by the first word of their command line. Those that are also plain words of a language are in WORDLIKE.
PROGRAMS: Final = words_of(
    """
    ansible ansible-playbook apk apropos apt apt-cache apt-get apt-key aptitude arp aws awk az base64 bash bat bazel
    bg brew bun bundle bunzip2 bzip2 cal cargo cat cd certbot chgrp chkconfig chmod chown chroot chsh clang cmake cmp
    code composer conda cp crictl crontab csh csplit ctags curl dd declare deno df dig dir dirname dirs dism dmesg dnf
    docker docker-compose docker-machine doskey dotnet dpkg du echo ed edit egrep emacs env etcdctl eval exec export
    fdisk fg fgrep firewall-cmd flutter free fsck ftp g++ gatsby gcc gcloud gdb gem getent gh git gitk go gpasswd gpg
    gradle grep groupadd groupdel groups grpc gsutil gunzip gzip hadoop hdfs helm heroku hexdump hexo hive hostname
    hostnamectl htop hugo id ifconfig ifdown ifup init insmod iostat ip ipconfig iptables iwconfig java javac jekyll
    jenv jobs journalctl jps jq jupyter k k3s k9s kafka-topics kill killall kind kubeadm kubectl kubelet kubens
    kubectx
    kustomize last ldconfig ldd less lerna ln locate logname logout lsb_release ls lsattr lsblk lscpu lsmod lsof lvm
    make man md5sum meson mkdir mkfs mkfs.ext4 mknod mktemp minikube modprobe mongo mongod mongodump mongosh mount
    mv mvn mysql mysql.server mysqladmin mysqld mysqldump nano nc ncdu net netcat mysqld_safe setenforce
    getenforce tmutil launchctl scutil defaults pbcopy pbpaste netplan netsh netstat ng nginx nice
    ninja nmap nmcli node nohup npm npx nslookup nvidia-smi nvim nvm oc od openssl pacman parted passwd paste perl
    pg_dump pg_restore php ping ping6 pip pip3 pipenv pkg pkill pm2 pnpm podman poetry popd poweroff powershell
    printenv
    printf protoc ps psql pstree pushd pwd pyenv pytest python python2 python3 quota rails rake rbenv rcp read
    readlink
    reboot redis-cli redis-server regedit rename reset restic rev rm rmdir route rpm rsync ruby run rustc rustup sbt
    scala scp screen sdk sdkmanager sed seq serverless service sestatus setfacl sftp sh sha256sum showmount shutdown
    skopeo snap source spark-submit sqlite3 sqlplus ss ssh ssh-add ssh-agent ssh-copy-id ssh-keygen stat strace
    stty su subl sudo svn swapon sync sysctl systemctl tac tail tar tcpdump tee telnet terraform tig tmux top
    touch tox
    tr traceroute tracert tree truncate tsc tty ufw ulimit umask umount unalias uname uniq unlink unrar unset
    unxz unzip
    update-alternatives update-rc.d uptime useradd userdel usermod uvicorn vagrant vault vi vim vimdiff virtualenv
    visudo vmstat wait wc wget whatis whereis which whoami winget xargs xcode-select xxd xz yarn yum zcat zip zsh
    zypper scoop choco chocolatey setx taskkill tasklist ipcs nsenter unshare taskset lxc virsh qemu-system-x86_64
    timedatectl loginctl localectl resolvectl coredumpctl systemd-analyze growpart resize2fs xfs_growfs dracut e2fsck
    tune2fs lvcreate lvextend lvremove lvdisplay vgcreate vgextend vgdisplay pvcreate pvdisplay vgs pvs lvs mdadm blkid
    sgdisk partprobe swapoff mkswap lspci lsusb dmidecode hwclock modinfo depmod rmmod nproc pidof pgrep pidstat mpstat
    sar iotop iftop nethogs ethtool nft ebtables whois ldapsearch kinit smbclient exportfs rpcinfo sshfs sshpass mosh
    aria2c httpie yq fzf rg tldr lazygit glab pylint ruff isort pipx mamba mkvirtualenv jupyter-lab tensorboard gunicorn
    celery django-admin alembic gofmt javap javadoc jshell jstack jmap jstat jcmd kotlinc scalac nuget msbuild vite
    webpack eslint prettier nodemon eksctl doctl flyctl vercel netlify firebase azcopy terragrunt packer ansible-vault
    ansible-galaxy k3d helmfile skaffold istioctl linkerd argocd crictl ctr nerdctl mongoimport mongoexport
    mongorestore mongostat redis-benchmark createdb dropdb createuser dropuser pg_ctl pg_isready initdb mysqlimport
    mysqlshow mysql_secure_installation mysql_upgrade mariadb mariadb-dump sqlcmd lsnrctl tnsping cqlsh nodetool
    beeline spark-shell pyspark hbase sqoop airflow tshark objdump readelf valgrind ltrace ffmpeg ffprobe pandoc
    pdflatex xelatex latexmk youtube-dl yt-dlp xdg-open xclip xsel getmac nbtstat pathping robocopy xcopy icacls
    takeown chkdsk diskpart bcdedit wmic schtasks gpupdate systeminfo wsl wsl.exe nvm fnm asdf direnv logrotate
    auditctl ausearch semanage restorecon getsebool setsebool chcon fail2ban-client a2ensite a2dissite a2enmod
    apachectl httpd shuf numfmt expand unexpand fmt nl od pr lsb-release kafkacat kcat minio mc filebeat logstash
    add-apt-repository apt-add-repository apt-mark dpkg-reconfigure do-release-upgrade update-initramfs update-grub
    ubuntu-drivers nvcc chage newgrp groupmod ssh-keyscan xrandr mysqlbinlog pgbench cdk sam eb nx vue expo pod
    fastlane xcodebuild uv pdm hatch keytool hub hg column comm neofetch cowsay ncat socat tmuxinator byobu zellij exa
    eza lsd zoxide ag ack ldapadd kadmin chronyc ntpq ntpdate brctl ovs-vsctl tc arping mtr dstat perf yumdownloader
    repoquery subscription-manager amazon-linux-extras alternatives systemd-resolve grub2-mkconfig grubby
    pg_basebackup vacuumdb reindexdb influx consul kubeseal velero cilium calicoctl flux tkn rke k0s colima limactl
    multipass podman-compose dive trivy hadolint cosign ncu corepack tsx ts-node jest vitest cypress playwright flask
    streamlit ipython easy_install black flake8 mypy
    get-childitem set-location select-string import-module set-alias where-object set-executionpolicy
    """
)
WORDLIKE: Final = words_of(
    """
    alias at bind break case clear code command continue cut date diff dir edit exit file find finger fold for free
    function go head help history host if import info init install join jobs kill kind last less link locate look make
    man more mount nice node paste patch ping read rename reset return rev route run screen search select
    service set
    shift show sort source split stat su sync tail tee test time top touch tree type up use users wait watch
    black column comm consul dive eb expo flask flux hatch hub jest perf pod sam tc vue
    which while who write id k ed go test less more file type date find sort
    """
)
SQL: Final = words_of(
    """
    select insert update delete create alter drop truncate grant revoke show use desc describe explain commit rollback
    begin start with merge call exec set flush kill source savepoint load lock unlock analyze vacuum rename
    """
)
# What an SQL statement is made of, explained like commands under a title that speaks of SQL.
CLAUSES: Final = words_of(
    """
    from where like ilike in between and or not having group-by order-by limit offset join inner-join left-join
    right-join outer-join full-join cross-join self-join union union-all intersect except distinct as case when is-null
    is-not-null exists any all count sum avg min max values into on using with asc desc
    """
)
INSTRUCTIONS: Final = words_of(
    """
    FROM RUN CMD LABEL EXPOSE ENV ADD COPY ENTRYPOINT VOLUME USER WORKDIR ARG ONBUILD STOPSIGNAL HEALTHCHECK SHELL
    MAINTAINER
    """
)
# Programs that take a subcommand, and the words between program and subcommand.
WITH_SUBCOMMANDS: Final = words_of(
    """
    docker docker-compose docker-machine podman git kubectl k oc helm npm yarn pnpm pip pip3 conda apt apt-get
    aptitude
    yum dnf brew snap systemctl service aws gcloud az terraform vagrant cargo go rustup svn gh ip nmcli
    firewall-cmd ufw
    kubeadm minikube istioctl kustomize jupyter hadoop hdfs poetry pipenv pyenv rbenv nvm sdk jenv gem bundle rails
    jekyll hugo hexo dotnet composer heroku flutter openssl pm2 tmux choco scoop winget ansible-galaxy vault nomad
    consul etcdctl crictl nerdctl skopeo buildah argocd flux eksctl kops rclone restic zfs lxc virsh mysqladmin
    netsh net
    """
)
SUBCOMMAND_GROUPS: Final = words_of(
    """
    image container network volume compose system stack swarm node service secret config context buildx builder plugin
    manifest trust remote stash submodule worktree bisect notes lfs flow rollout top auth certificate repo
    create set addr link route compute configure ec2 s3 eks iam state workspace fs dfs
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
# What a task asks for, and the words of commands that do it: tells which of several commands a sentence is about.
DOINGS: Final = tuple(
    (frozenset(said.split()), frozenset(done.split()))
    for said, done in {
        "설치 install 安装 インストール": "install add",
        "삭제 제거 지우 remove delete 删除 削除": "rm rmi remove delete drop uninstall prune rmdir del -d -D unlink",
        "생성 만들 create make 创建 作成": "create mkdir init new touch make build run add",
        "확인 목록 조회 보기 list show check verify 查看 確認 一覧": (
            "ls list ps status show get describe images version --version -v -V inspect cat log logs which select grep"
        ),
        "병합 머지 merge 合并 マージ": "merge rebase",
        "전환 switch 切换 切り替え": "checkout switch use",
        "취소 되돌리 revert undo 撤销 取り消": "reset revert restore checkout undo --abort",
        "업데이트 갱신 최신 update 更新 アップデート": "update upgrade refresh pull fetch",
        "검색 찾기 search find 搜索 検索": "search find grep locate which",
        "재시작 restart 重启 再起動": "restart reload",
        "시작 start 启动 起動": "start up run",
        "중지 정지 종료 stop 停止": "stop kill down shutdown quit exit",
        "업로드 upload push 推送": "push put scp",
        "다운로드 내려받 download pull 下载": "pull clone wget curl download fetch get",
        "빌드 build 编译": "build",
        "복사 copy 复制": "cp copy scp",
        "권한 permission 权限": "chmod chown grant",
        "실행 구동 run execute 运行 実行": "run exec start execute",
        "접속 로그인 connect login 连接 登录 接続 ログイン": "ssh exec attach login telnet sftp mysql psql connect",
        "등록 추가 add 添加 追加 登録": "add apply register append",
        "변경 수정 rename change 修改 変更": "mv rename chmod chown edit alter update --amend config",
        "이동 move 移动 移動": "mv cd move",
        "압축 compress archive 压缩 圧縮": "tar zip gzip",
        "해제 풀기 extract unzip 解压 解凍": "unzip tar gunzip -xvf -xzf -xzvf",
        "백업 backup dump 备份 バックアップ": "mysqldump pg_dump dump backup save export",
        "복원 복구 restore 恢复 復元": "restore import load",
        "커밋 commit 提交 コミット": "commit",
        "푸시 push 推送 プッシュ": "push",
        "복제 클론 clone 克隆 クローン": "clone",
        "로그 이력 log history 日志 ログ": "log logs history journalctl reflog tail",
        "초기화 init initialize 初始化": "init reset",
        "설정 configure config 配置 設定": "config configure enable",
        "브랜치 branch 分支 ブランチ": "branch checkout switch",
    }.items()
)
# What a task speaks of, and the words of commands that deal with it.
THINGS: Final = tuple(
    (frozenset(said.split()), frozenset(done.split()))
    for said, done in {
        "컨테이너 container 容器 コンテナ": "container ps exec run stop start rm attach inspect",
        "이미지 image 镜像 イメージ": "image images build pull push rmi save load tag",
        "볼륨 volume 卷 ボリューム": "volume volumes",
        "네트워크 network 网络 ネットワーク": "network ifconfig ip ping netstat",
        "브랜치 branch 分支 ブランチ": "branch checkout switch merge -b -d",
        "파일 file 文件 ファイル": "cat touch cp mv rm vi vim nano head tail find chmod",
        "디렉토리 디렉터리 폴더 directory folder 目录 ディレクトリ": "mkdir rmdir cd ls pwd -r -rf",
        "사용자 유저 계정 user account 用户 ユーザー": "user useradd adduser usermod userdel passwd whoami id su",
        "비밀번호 password 密码 パスワード": "passwd password identified",
        "데이터베이스 database db 数据库 データベース": "database databases createdb dropdb use",
        "테이블 table 表 テーブル": "table tables desc describe",
        "프로세스 process 进程 プロセス": "ps kill pkill top jobs pgrep",
        "포트 port 端口 ポート": "netstat lsof ss ufw port -p",
        "방화벽 firewall 防火墙": "ufw firewall-cmd iptables",
        "서비스 service 服务 サービス": "service systemctl services",
        "패키지 package 包 パッケージ": "apt apt-get yum dnf brew npm pip install add",
        "버전 version 版本 バージョン": "--version -v version -version",
        "디스크 용량 disk 磁盘": "df du fdisk lsblk",
        "메모리 memory 内存": "free top",
        "환경변수 환경 environment 环境": "export env conda venv virtualenv",
        "파드 pod": "pod pods",
        "노드 node 节点": "node nodes",
        "네임스페이스 namespace": "namespace namespaces -n ns",
        "원격 remote 远程 リモート": "remote push fetch pull ssh scp origin",
        "저장소 repository repo 仓库 リポジトリ": "clone init remote repo add-apt-repository",
        "태그 tag 标签 タグ": "tag",
        "커밋 commit 提交 コミット": "commit log reset revert --amend",
    }.items()
)
# Fences that hold programs to type, and fences that hold something else.
SHELL_LANGUAGES: Final = words_of(
    "sh bash shell zsh fish console terminal shell-session shellsession cmd bat batch powershell ps1 ps dos "
    "sql mysql psql pgsql plsql sqlite vim viml tmux dockerfile docker ba bach"
)
OTHER_LANGUAGES: Final = words_of(
    "yaml yml json json5 xml html toml ini properties conf nginx css scss less java javascript js ts "
    "typescript jsx tsx "
    "kotlin swift go rust rs c c# csharp php r scala groovy jinja liquid hcl terraform proto graphql diff"
    " log plaintext-log "
    "csv tex latex svg mermaid plantuml jenkinsfile vue markdown md gradle"
)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words and class names by group; every group a frozen set of lower-case words."""

    option_words: frozenset[str] = frozenset()
    command_words: frozenset[str] = frozenset()
    key_words: frozenset[str] = frozenset()
    example_words: frozenset[str] = frozenset()
    synopsis_words: frozenset[str] = frozenset()
    output_words: frozenset[str] = frozenset()
    or_words: frozenset[str] = frozenset()
    then_words: frozenset[str] = frozenset()
    purpose_words: frozenset[str] = frozenset()
    reference_words: frozenset[str] = frozenset()
    notice_words: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()
    programs: frozenset[str] = PROGRAMS
    synopsis_classes: frozenset[str] = frozenset()
    admonition_classes: frozenset[str] = frozenset()
    command_classes: frozenset[str] = frozenset()
    definition_classes: frozenset[str] = frozenset()
    example_classes: frozenset[str] = frozenset()
    option_classes: frozenset[str] = frozenset()
    no_card_classes: frozenset[str] = frozenset()


def _known() -> Vocabulary:
    words: dict[str, Any] = {
        group: frozenset(word.replace("-", " ") for words in by_language.values() for word in words.split())
        for group, by_language in WORDS.items()
    }
    classes: dict[str, Any] = {group: frozenset(names.split()) for group, names in CLASSES.items()}
    return Vocabulary(**words, **classes)


VOCABULARY: Final = _known()


def vocabulary(settings: ReadSettings) -> Vocabulary:
    """The vocabulary with the words and classes of `[read]` added; groups that do not exist are passed over."""
    known = VOCABULARY
    groups = {field.name for field in fields(Vocabulary)}
    for group, words in (*settings.words, *settings.classes):
        if group in groups:
            added: Any = getattr(known, group) | frozenset(word.lower() for word in words)
            known = replace(known, **{group: added})
    return known
