"""What tasks ask for and speak of, by the words of each language, and the words of commands that answer to it.

Tells which of several commands a sentence is about.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from exporter.recognise.text.english import doing

_Row: TypeAlias = tuple[frozenset[str], frozenset[str]]


def _rows(table: dict[str, str]) -> tuple[_Row, ...]:
    """The words of tasks, and of commands that answer them; a task that is looked for `install` also has `installing`,
    but `remove` is no part of `removing`.
    """
    return tuple(
        (
            frozenset((*said.split(), *(doing(word) for word in said.split() if word.endswith("e")))),
            frozenset(done.split()),
        )
        for said, done in table.items()
    )


# What a task asks for, and the words of commands that do it.
DOINGS: Final = _rows(
    {
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
    }
)
# What a task speaks of, and the words of commands that deal with it.
THINGS: Final = _rows(
    {
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
    }
)
